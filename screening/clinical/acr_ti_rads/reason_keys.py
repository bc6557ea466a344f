"""Every reason that ACR TI-RADS gives, by its key, with the names of the values it carries.

Values named in `_cm` are centimeters; `nodule` counts from 1 in the order handed in.
"""

from collections.abc import Mapping

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    # Points and level.
    "feature_points": ("feature", "value", "points"),
    "spongiform_has_no_points": (),
    "level_of_points": ("points", "level"),
    "echogenicity_contradicts_composition": ("composition", "echogenicity"),
    "extension_is_malignant_until_proven_otherwise": (),
    # `reading` is a field of Readings, `choice` the value in force.
    "disputed_reading": ("reading", "choice"),
    # The size table.
    "no_size_asks_for_more": ("level",),
    "below_follow_up_size": ("level", "size_cm", "limit_cm"),
    "follow_up_size_reached": ("level", "size_cm", "limit_cm", "fna_from_cm"),
    "fna_size_reached": ("level", "size_cm", "limit_cm"),
    "fna_only_by_shared_decision": ("level", "size_cm"),
    # The exam.
    "not_among_the_four_scored": ("nodule", "points"),
    "not_among_the_two_biopsied": ("nodule", "points"),
    # Between scans.
    "fna_size_not_yet_biopsied": (),
    "fna_done_before": (),
    "level_rose": ("from", "to"),
    "stable_for_five_years": ("months",),
    "grown_past_schedule": ("months",),
    "no_follow_up_at_this_size": ("level",),
    "schedule_goes_on": ("level", "due_months"),
    # Circumstances for which the system is not meant.
    "not_meant_for": ("circumstance",),
}
