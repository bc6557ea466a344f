"""Tables and cases of the pages of the volume protocols: NELSON and BTS."""

from collections.abc import Iterator, Sequence

from screening.clinical import bts, nelson
from screening.protocol.systems import Case, SystemPage, Table


def _classes() -> Iterator[tuple[str, ...]]:
    for kind, measures in nelson.TABLE.items():
        for limits in measures:
            above = f"> {limits.up_to}" if limits.up_to else "none"
            middle = f"{limits.from_} to {limits.up_to}" if limits.up_to else f">= {limits.from_}"
            yield kind.value, limits.measure, f"< {limits.from_}", middle, above


def _volume(volume: str) -> Case:
    return Case(f"solid, {volume} mm³", {"nodule_type": "solid", "volume_mm3": volume})


NELSON_PAGE = SystemPage(
    "screening.clinical.nelson",
    tests=("test_nelson.py",),
    tables=(
        Table(
            "Limits of the classes",
            ("kind of nodule", "measure", "class 2", "class 3", "class 4"),
            tuple(_classes()),
        ),
    ),
    cases=(
        *(_volume(volume) for volume in ("49", "50", "500", "501")),
        Case("benign features", {"nodule_type": "solid", "benign_features": "yes"}),
        Case(
            "part-solid, solid part alone decides",
            {"nodule_type": "part_solid", "solid_part_volume_mm3": "501"},
        ),
        Case(
            "part-solid, the other measure is needed",
            {"nodule_type": "part_solid", "solid_part_volume_mm3": "500"},
        ),
        Case(
            "at the pleura, 10 mm", {"nodule_type": "pleural_based", "smallest_diameter_mm": "10"}
        ),
        Case("non-solid, 8 mm", {"nodule_type": "non_solid", "mean_diameter_mm": "8"}),
    ),
    shown=("nodule_class", "verdict", "repeat_ct_months"),
)


def _steps(title: str, rows: Sequence[bts.SizeRow], unit: str) -> Table:
    sizes, low = [], 0
    for row in rows:
        sizes.append(f"{low} to < {row.below} {unit}" if row.below else f">= {low} {unit}")
        low = row.below or low
    printed = ((size, row.action.value, row.then) for size, row in zip(sizes, rows, strict=True))
    return Table(title, ("size", "action", "what follows"), tuple(printed))


def _solid(**sizes: str) -> Case:
    return Case(" ".join(f"{name} {size}" for name, size in sizes.items()),
                {"attenuation": "solid", **sizes})  # fmt: skip


BTS_PAGE = SystemPage(
    "screening.clinical.bts",
    tests=("test_bts.py",),
    tables=(
        _steps("Solid nodules by diameter", bts.SOLID_BY_DIAMETER_MM, "mm"),
        _steps("Solid nodules by volume", bts.SOLID_BY_VOLUME_MM3, "mm³"),
        _steps("Part-solid and non-solid nodules by diameter", bts.SUBSOLID_BY_DIAMETER_MM, "mm"),
    ),
    cases=(
        *(_solid(diameter_mm=size) for size in ("4.9", "5", "6", "7.9", "8")),
        *(_solid(volume_mm3=volume) for volume in ("79", "80", "299", "300")),
        _solid(diameter_mm="8", volume_mm3="79"),
        *(_solid(diameter_mm="8", brock_probability=risk) for risk in ("0.099", "0.10")),
        *(
            _solid(diameter_mm="8", brock_probability="0.10", herder_probability=risk)
            for risk in ("0.099", "0.10", "0.70", "0.71")
        ),
        Case("subsolid, 5 mm", {"attenuation": "subsolid", "diameter_mm": "5"}),
        Case("size not known", {"attenuation": "solid"}),
    ),
    shown=("action", "then"),
)
