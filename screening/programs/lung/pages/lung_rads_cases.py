"""Rows at the limits of Lung-RADS, for the pages of its editions."""

from collections.abc import Iterator

from screening.protocol.systems import Case


def _sized(finding: str, status: str, *sizes: str) -> Iterator[Case]:
    for size in sizes:
        inputs = {"finding": finding, "status": status, "mean_diameter_mm": size}
        yield Case(f"{finding}, {status}, {size} mm", inputs)


def _part(status: str, total: str, solid: str) -> Case:
    return Case(
        f"part-solid, {status}, {total} mm with a solid part of {solid} mm",
        {
            "finding": "part_solid",
            "status": status,
            "mean_diameter_mm": total,
            "solid_component_mm": solid,
        },
    )


def _stable(prior: str, months: str, finding: str = "solid") -> Case:
    return Case(
        f"{finding}, stable, {months} months after a {prior}",
        {
            "finding": finding,
            "status": "stable",
            "mean_diameter_mm": "9",
            "prior_category": prior,
            "months_since_prior_ct": months,
        },
    )


COMMON = (
    *_sized("solid", "baseline", "5.9", "6.0", "7.9", "8.0", "14.9", "15.0"),
    *_sized("solid", "new", "3.9", "4.0", "5.9", "6.0", "7.9", "8.0"),
    *_sized("solid", "growing", "7.9", "8.0"),
    *_sized("solid", "slow_growing", "5.0"),
    _part("baseline", "5.9", "3.0"),
    _part("baseline", "6.0", "5.9"),
    _part("baseline", "9.0", "6.0"),
    _part("baseline", "9.0", "7.9"),
    _part("baseline", "9.0", "8.0"),
    _part("new", "5.9", "3.9"),
    _part("new", "6.0", "3.9"),
    _part("new", "5.9", "4.0"),
    _part("solid_component_growing", "9.0", "3.9"),
    _part("solid_component_growing", "9.0", "4.0"),
    *_sized("non_solid", "baseline", "29.9", "30.0"),
    *_sized("non_solid", "growing", "30.0"),
    *_sized("non_solid", "stable", "40.0"),
)
V2022_CASES = (
    *COMMON,
    Case(
        "axes whose mean ends in an exact half of a tenth",
        {"finding": "solid", "status": "baseline", "long_mm": "6.3", "short_mm": "5.6"},
    ),
    Case(
        "the mean decides, not the long axis",
        {"finding": "solid", "status": "baseline", "long_mm": "16.0", "short_mm": "13.0"},
    ),
    Case(
        "volume just below the limit of 6 mm",
        {"finding": "solid", "status": "baseline", "volume_mm3": "112"},
    ),
    Case(
        "volume at the limit of 6 mm",
        {"finding": "solid", "status": "baseline", "volume_mm3": "113"},
    ),
    Case(
        "volume and diameter disagree",
        {
            "finding": "solid",
            "status": "baseline",
            "mean_diameter_mm": "5.9",
            "volume_mm3": "113",
        },
    ),
    *(
        Case(
            f"juxtapleural, smooth, {status}, {size} mm",
            {
                "finding": "juxtapleural",
                "status": status,
                "mean_diameter_mm": size,
                "morphology": "smooth_oval",
            },
        )
        for status, size in (("baseline", "9.9"), ("baseline", "10.0"), ("growing", "9.9"))
    ),
    _stable("3", "5"),
    _stable("3", "6"),
    _stable("4A", "2"),
    _stable("4A", "3"),
    _stable("4A", "9"),
    _stable("4B", "12"),
    Case(
        "4B proven benign",
        {
            "finding": "solid",
            "status": "stable",
            "mean_diameter_mm": "16",
            "benign_after_workup": "yes",
        },
    ),
    Case("gone since an earlier exam", {"finding": "solid", "status": "resolved"}),
    Case(
        "a 3 with spiculation",
        {
            "finding": "solid",
            "status": "baseline",
            "mean_diameter_mm": "6.0",
            "suspicious_features": "spiculation",
        },
    ),
    Case(
        "a 2 with spiculation",
        {
            "finding": "solid",
            "status": "baseline",
            "mean_diameter_mm": "5.9",
            "suspicious_features": "spiculation",
        },
    ),
    Case(
        "airway, persisting",
        {
            "finding": "airway",
            "status": "stable",
            "airway_level": "segmental_or_proximal",
            "prior_category": "4A",
        },
    ),
    Case(
        "airway, smaller: no row is printed",
        {
            "finding": "airway",
            "status": "decreased",
            "airway_level": "segmental_or_proximal",
        },
    ),
    Case(
        "an incomplete exam beside a 2",
        {"finding": "incomplete_exam", "other_nodule_categories": "2"},
    ),
    Case(
        "an incomplete exam beside a 3",
        {"finding": "incomplete_exam", "other_nodule_categories": "3"},
    ),
    Case(
        "another significant finding",
        {"finding": "none", "s_finding": "emphysema"},
    ),
    Case("size not known", {"finding": "solid", "status": "baseline"}),
    Case(
        "centimeters typed as millimeters",
        {"finding": "solid", "status": "baseline", "mean_diameter_mm": "0.4"},
    ),
    Case(
        "solid part larger than the whole",
        {
            "finding": "part_solid",
            "status": "baseline",
            "mean_diameter_mm": "8.0",
            "solid_component_mm": "9.0",
        },
    ),
    Case(
        "a growing part-solid nodule: which part grows?",
        {
            "finding": "part_solid",
            "status": "growing",
            "mean_diameter_mm": "8.0",
            "solid_component_mm": "4.0",
        },
    ),
)
V1_1_CASES = (
    *COMMON,
    _stable("3", "2"),
    _stable("3", "3"),
    _stable("4B", "3"),
    *(
        Case(
            f"juxtapleural, smooth, {where}",
            {
                "finding": "juxtapleural",
                "status": "baseline",
                "mean_diameter_mm": "9.9",
                "morphology": "smooth_oval",
                "perifissural": at_fissure,
            },
        )
        for where, at_fissure in (("at a fissure", "yes"), ("elsewhere", "no"))
    ),
    Case("a cyst", {"finding": "cyst", "status": "baseline"}),
)
