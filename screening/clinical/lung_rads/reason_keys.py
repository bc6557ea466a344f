"""Every reason that Lung-RADS gives, by its key, with the names of the values it carries.

`finding`, `status`, `category` and the like carry published values; `size`, `limit`, `lower` and
`upper` are in `unit` (mm or mm3); names in `_mm` are millimeters; lists are joined by semicolons.
"""

from collections.abc import Mapping

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    # The exits (5.4, steps 1 to 4).
    "incomplete": ("finding",),
    "benign_finding": ("finding",),
    "proven_benign": (),
    "resolved": (),
    # Sizes: the whole nodule, then the solid part of a part-solid one.
    "size_below": ("finding", "status", "size", "limit", "unit"),
    "size_between": ("finding", "status", "size", "lower", "upper", "unit"),
    "size_at_least": ("finding", "status", "size", "limit", "unit"),
    "solid_part_below": ("status", "solid_mm", "limit_mm"),
    "solid_part_between": ("status", "solid_mm", "lower_mm", "upper_mm"),
    "solid_part_at_least": ("status", "solid_mm", "limit_mm"),
    # Rows in which the size does not matter.
    "slow_growth": ("finding",),
    "non_solid_any_size": ("status",),
    # Juxtapleural nodules; `cause` is the input that breaks the benign pattern.
    "juxtapleural_benign": ("morphology", "size", "limit", "unit"),
    "juxtapleural_as_solid": ("cause", "value"),
    # Airway nodules.
    "airway_subsegmental": (),
    "airway_without_soft_tissue": ("airway_content",),
    "airway_first_seen": ("status",),
    "airway_persists": ("status",),
    # Cysts.
    "cyst_thin_walled": (),
    "cyst_changed": ("cyst_change",),
    "cyst_atypical": ("cyst_type", "status"),
    # Stepped management of stable and decreased findings (5.6).
    "still_benign": ("status", "prior_category"),
    "stepped_down": ("status", "prior_category", "months", "from_months", "category"),
    "too_early_to_step_down": ("status", "prior_category", "months", "from_months"),
    "not_proven_benign": ("status", "prior_category"),
    # What v1.1 has instead: fissures, airways of any level, no steps (5.12).
    "perifissural_benign": ("size", "limit", "unit"),
    "airway_any_level": ("status",),
    "unchanged_so_benign": ("status", "prior_category", "months", "from_months"),
    # What is added to a category.
    "suspicious_features": ("category", "features"),
    "volume_and_diameter_disagree": ("volume_category", "diameter_category"),
    # `reading` is a field of Readings, `choice` the value in force.
    "disputed_reading": ("reading", "choice"),
    # The exam (5.9, 5.10); `nodule` counts from 1 in the order handed in.
    "leading_nodule": ("category", "nodule"),
    "incomplete_beside_benign": ("nodule",),
    "incomplete_stays_open": ("nodule",),
    "significant_other_finding": ("s_findings",),
}
