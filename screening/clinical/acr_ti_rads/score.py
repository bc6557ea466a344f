"""Points and level of one nodule by ACR TI-RADS 2017, and the refusal of what has no level."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from screening.clinical.acr_ti_rads.tables import (
    COMPOSITION,
    ECHOGENICITY,
    FEWEST_POINTS,
    FOCI,
    MARGIN,
    POINTS_OF_NO_LEVEL,
    SHAPE,
)
from screening.clinical.acr_ti_rads.vocabulary import PUBLISHED_DEFAULTS, Level, Readings
from screening.clinical.inputs import Word, required
from screening.clinical.reasons import InvalidInput, Reason
from screening.clinical.thyroid_descriptors import (
    NO_FOCI,
    Composition,
    Described,
    Descriptors,
    Echogenicity,
    Margin,
    completely,
)


@dataclass(frozen=True, kw_only=True)
class Points:
    """The points that the chart prints for each feature; None for one that is not known."""

    composition: int
    echogenicity: int | None
    shape: int | None
    margin: int | None
    foci: int | None

    @property
    def sum(self) -> int:
        """The sum of the points of all features that are known."""
        parts = (self.composition, self.echogenicity, self.shape, self.margin, self.foci)
        return sum(part for part in parts if part is not None)


@dataclass(frozen=True, kw_only=True)
class Score:
    """Points and level of a nodule.

    `total` is the sum of the points, or 0 where the composition alone decides (`is_stopped`).
    """

    points: Points
    total: int
    is_stopped: bool
    level: Level
    reasons: tuple[Reason, ...]


def score(descriptors: Descriptors, readings: Readings = PUBLISHED_DEFAULTS) -> Score:
    """Return points and level of a nodule.

    Source: ACR TI-RADS 2017, chart. A spongiform nodule is TR1 whatever else is seen. Raises
    MissingInput for a feature on which the points depend, and InvalidInput for a mixed nodule that
    is anechoic and for features that add up to the one sum that no level has.
    """
    composition = required("composition", descriptors.composition)
    points = points_of(descriptors)
    stopping = _stopping(composition, readings)
    if stopping is not None:
        notes = tuple(_extension(descriptors.margin))
        return _score(points, 0, (stopping, *notes), is_stopped=True)
    described = completely(descriptors)
    if points.sum == POINTS_OF_NO_LEVEL:
        _refuse_single_point(described)
    return _score(points, points.sum, tuple(_reasons(described, points)), is_stopped=False)


def points_of(descriptors: Descriptors) -> Points:
    """Return the points of each feature by the chart, also of a nodule that cannot be.

    Raises MissingInput for a composition that is not known.
    """
    composition = required("composition", descriptors.composition)
    foci = descriptors.echogenic_foci
    return Points(
        composition=COMPOSITION[composition],
        echogenicity=_of(ECHOGENICITY, descriptors.echogenicity),
        shape=_of(SHAPE, descriptors.shape),
        margin=_of(MARGIN, descriptors.margin),
        foci=None if foci is None else sum(FOCI[focus] for focus in set(foci)),
    )


def _of(table: Mapping[Word, int], word: Word | None) -> int | None:
    return None if word is None else table[word]


def _stopping(composition: Composition, readings: Readings) -> Reason | None:
    """Return why the composition alone decides; None if every feature counts."""
    if composition is Composition.SPONGIFORM:
        return Reason("spongiform_has_no_points")
    if composition is Composition.CYSTIC and not readings.cystic_adds_points:
        return Reason("disputed_reading", {"reading": "cystic_adds_points", "choice": "no"})
    return None


def _refuse_single_point(described: Described) -> None:
    """Refuse the only feature of a cystic nodule that has a point."""
    if ECHOGENICITY[described.echogenicity]:
        raise InvalidInput(
            "echogenicity",
            described.echogenicity,
            "as the only feature with a point it makes 1 point, which no level has; "
            "a cystic nodule is {word}",
            word=Echogenicity.ANECHOIC,
        )
    raise InvalidInput(
        "echogenic_foci",
        ";".join(described.echogenic_foci),
        "as the only feature with a point it makes 1 point, which no level has",
    )


def _reasons(described: Described, points: Points) -> Iterator[Reason]:
    yield _feature("composition", described.composition, points.composition)
    yield _feature("echogenicity", described.echogenicity, points.echogenicity)
    yield _feature("shape", described.shape, points.shape)
    yield _feature("margin", described.margin, points.margin)
    foci = ";".join(described.echogenic_foci) or NO_FOCI
    yield _feature("echogenic_foci", foci, points.foci)
    yield from _contradiction(described)
    if described.composition is Composition.CYSTIC and points.sum:
        yield Reason("disputed_reading", {"reading": "cystic_adds_points", "choice": "yes"})
    yield from _extension(described.margin)


def _feature(feature: str, value: str, points: int | None) -> Reason:
    return Reason("feature_points", {"feature": feature, "value": value, "points": points or 0})


def _contradiction(described: Described) -> Iterator[Reason]:
    """Note an echogenicity that the lexicon does not give this composition: anechoic is cystic."""
    is_anechoic = described.echogenicity is Echogenicity.ANECHOIC
    is_cystic = described.composition is Composition.CYSTIC
    if is_anechoic != is_cystic:
        values = {"composition": described.composition, "echogenicity": described.echogenicity}
        yield Reason("echogenicity_contradicts_composition", values)


def _extension(margin: Margin | None) -> Iterator[Reason]:
    if margin is Margin.EXTRATHYROIDAL_EXTENSION:
        yield Reason("extension_is_malignant_until_proven_otherwise")


def _score(points: Points, total: int, reasons: tuple[Reason, ...], *, is_stopped: bool) -> Score:
    level = next(level for level, fewest in FEWEST_POINTS.items() if total >= fewest)
    of_level = Reason("level_of_points", {"points": total, "level": level})
    return Score(
        points=points,
        total=total,
        is_stopped=is_stopped,
        level=level,
        reasons=(*reasons, of_level),
    )
