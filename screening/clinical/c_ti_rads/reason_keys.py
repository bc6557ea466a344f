"""Every reason that C-TIRADS gives, by its key, with the names of the values it carries.

Values named in `_mm` are millimeters; `feature` is the column of a feature.
"""

from collections.abc import Mapping

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "no_nodule": (),
    "proven_malignant": (),
    "feature_counts": ("feature", "points"),
    "no_suspicious_feature": (),
    "category_of_score": ("score", "category"),
    "no_size_asks_for_fna": ("category",),
    "below_fna_size": ("category", "size_mm", "limit_mm"),
    "fna_size_reached": ("category", "size_mm", "limit_mm"),
    "fna_may_be_considered": ("circumstance",),
    # `reading` is a field of Readings, `choice` the value in force.
    "disputed_reading": ("reading", "choice"),
}
