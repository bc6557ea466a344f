"""EU-TIRADS, K-TIRADS and ATA patterns: shown beside the deciding system, never in its place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from screening.clinical import ata_2015, eu_ti_rads, k_ti_rads
from screening.clinical.reasons import InvalidInput, MissingInput
from screening.clinical.thyroid_patterns import PatternResult
from screening.programs.thyroid.category.joining import System, by_finding, undecided
from screening.programs.thyroid.category.seen import SeenNodule, look, problem_of
from screening.programs.thyroid.wording import notes
from screening.protocol.answers import answer
from screening.protocol.category import Categorization, Category, CategorySystem, ExamRecord
from screening.protocol.wording import N_, Problem

ASKS_FNA = N_("FNA by its size")
NO_FNA = N_("No FNA by its size")

Assess = Callable[[SeenNodule], PatternResult]


@dataclass(frozen=True)
class Shown:
    """A system of patterns: how it assesses a nodule, its categories in order, without a nodule."""

    system: System
    assess: Assess
    labels: Mapping[str, str]
    without_nodule: str | None


def _eu(nodule: SeenNodule) -> PatternResult:
    return eu_ti_rads.assess_nodule(nodule.sets.descriptors, nodule.sets.nodule.max_size_mm)


def _korean(edition: k_ti_rads.Edition, nodule: SeenNodule) -> PatternResult:
    size_mm = nodule.sets.nodule.max_size_mm
    return k_ti_rads.assess_nodule(nodule.sets.descriptors, size_mm, edition)


def _american(nodule: SeenNodule) -> PatternResult:
    return ata_2015.assess_nodule(
        nodule.sets.descriptors,
        nodule.sets.nodule.max_size_mm,
        eccentric_solid_part=answer(nodule.payload, "eccentric_solid_part"),
    )


def categorize(shown: Shown, record: ExamRecord) -> Categorization:
    """Return the highest category of an exam's nodules, for comparison; it never raises."""
    seen = look(record)
    results: dict[int, PatternResult] = {}
    problems: list[Problem] = [*seen.unknown]
    for nodule in seen.nodules:
        try:
            results[nodule.index] = shown.assess(nodule)
        except (MissingInput, InvalidInput) as error:
            problems.append(problem_of(nodule.index, error))
    found = {index: str(result.category) for index, result in results.items() if result.category}
    of_findings = by_finding(seen, found)
    if problems:
        return undecided(shown.system, problems, of_findings)
    highest = _highest(shown, list(found.values())) or (
        None if seen.nodules else shown.without_nodule
    )
    if highest is None:
        unmatched = [notes.no_pattern(nodule.index + 1) for nodule in seen.nodules]
        return undecided(shown.system, (), of_findings, unmatched)
    asks_fna = any(result.fna for result in results.values())
    return Categorization(
        system=shown.system.code,
        version=shown.system.version,
        category=highest,
        modifiers=(),
        interval="",
        is_positive=None,
        asks_more_imaging=False,
        asks_tissue=asks_fna,
        management=ASKS_FNA if asks_fna else NO_FNA,
        reasons=(),
        finding_categories=of_findings,
    )


def _highest(shown: Shown, categories: Sequence[str]) -> str | None:
    return max(categories, key=list(shown.labels).index, default=None)


LEVELS: Mapping[str, str] = {
    "1": N_("No nodule"),
    "2": N_("Benign"),
    "3": N_("Low risk"),
    "4": N_("Intermediate risk"),
    "5": N_("High risk"),
}
PATTERNS: Mapping[str, str] = {
    "benign": N_("Benign"),
    "very_low": N_("Very low suspicion"),
    "low": N_("Low suspicion"),
    "intermediate": N_("Intermediate suspicion"),
    "high": N_("High suspicion"),
}


def _system(title: str, shown: Shown) -> CategorySystem:
    return CategorySystem(
        code=shown.system.code,
        title=title,
        edition=shown.system.version,
        modalities=("ultrasound",),
        categories=tuple(
            Category(code, label, "", "", severity, is_positive=None)
            for severity, (code, label) in enumerate(shown.labels.items(), 1)
        ),
        modifiers=(),
        categorize=partial(categorize, shown),
    )


ALSO_SHOWN = (
    _system("EU-TIRADS", Shown(System(eu_ti_rads.SYSTEM, "2017"), _eu, LEVELS, "1")),
    _system(
        "K-TIRADS",
        Shown(
            System(k_ti_rads.K2021.system, "2021"),
            partial(_korean, k_ti_rads.K2021),
            LEVELS,
            "1",
        ),
    ),
    _system("ATA", Shown(System(ata_2015.SYSTEM, "2015"), _american, PATTERNS, None)),
)
