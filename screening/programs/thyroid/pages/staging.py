"""Tables and cases of the pages of TNM of thyroid cancer, 8th edition."""

from collections.abc import Callable, Iterator

from screening.clinical.tnm_thyroid import N_VALUES, T_VALUES, Stage, differentiated
from screening.clinical.tnm_thyroid.differentiated import OLDER, OLDER_WITH_M1, YOUNGER_GROUPS
from screening.clinical.tnm_thyroid.medullary_anaplastic import WITH_M1, Histology, stage_group
from screening.clinical.tnm_thyroid.tumor import (
    OF_ANY_SIZE,
    T1A_UP_TO_MM,
    T1B_UP_TO_MM,
    T2_UP_TO_MM,
    Extension,
)
from screening.protocol.systems import Case, SystemPage, Table

NO_GROUP = "no group"
StageOf = Callable[[str, str], Stage]

T_IN_WORDS = Table(
    "T in words; upper ends are included",
    ("T", "meaning"),
    (
        ("T1a", f"within the thyroid, up to {T1A_UP_TO_MM} mm"),
        ("T1b", f"within the thyroid, above {T1A_UP_TO_MM} mm, up to {T1B_UP_TO_MM} mm"),
        ("T2", f"within the thyroid, above {T1B_UP_TO_MM} mm, up to {T2_UP_TO_MM} mm"),
        ("T3a", f"within the thyroid, above {T2_UP_TO_MM} mm"),
        (OF_ANY_SIZE[Extension.STRAP_MUSCLES], "of any size, grown into strap muscles alone"),
        (
            OF_ANY_SIZE[Extension.NEAR_ORGANS],
            (
                "of any size, grown into subcutaneous tissue, larynx, trachea, esophagus or "
                "recurrent nerve"
            ),
        ),
        (
            OF_ANY_SIZE[Extension.VESSELS_OR_FASCIA],
            "of any size, grown into prevertebral fascia or around carotid or mediastinal vessels",
        ),
    ),
)
N_IN_WORDS = Table(
    "N in words",
    ("N", "nodes"),
    (
        ("NX", "not assessed"),
        ("N0a", "at least one node proven benign"),
        ("N0b", "none seen"),
        ("N1a", "level VI or VII"),
        ("N1b", "levels I to V, or retropharyngeal"),
    ),
)


def _groups(stage_of: StageOf) -> Iterator[tuple[str, ...]]:
    for t in T_VALUES:
        yield t, *(stage_of(t, n).group or NO_GROUP for n in N_VALUES)


def _table(title: str, stage_of: StageOf) -> Table:
    return Table(title, ("T", *N_VALUES), tuple(_groups(stage_of)))


def _of_age(words: str, age_group: str, t: str, n: str, m: str) -> Case:
    return Case(words, {"age_group": age_group, "T": t, "N": n, "M": m})


def _of_kind(words: str, histology: str, t: str, n: str, m: str) -> Case:
    return Case(words, {"histology": histology, "T": t, "N": n, "M": m})


DIFFERENTIATED_PAGE = SystemPage(
    "screening.clinical.tnm_thyroid.differentiated",
    golden="tnm_thyroid_8.csv",
    tests=(
        "test_tnm_thyroid.py",
        "test_thyroid_staging.py",
        "test_thyroid_bulk.py",
        "test_thyroid_bulk_words.py",
    ),
    tables=(
        T_IN_WORDS,
        N_IN_WORDS,
        Table(
            "Below 55 years, whatever T and N",
            ("M", "group"),
            tuple(YOUNGER_GROUPS.items()),
        ),
        _table(
            "From 55 years on, M0",
            lambda t, n: differentiated.stage_group(OLDER, t, n, "M0"),
        ),
        Table("From 55 years on, whatever T and N", ("M", "group"), (("M1", OLDER_WITH_M1),)),
    ),
    cases=(
        _of_age("young, locally far advanced", "<55", "T4b", "N1b", "M0"),
        _of_age("young, T and N not known", "<55", "", "", "M0"),
        _of_age("young, with a metastasis", "<55", "T1a", "N0", "M1"),
        _of_age("the same in the older", ">=55", "T1a", "N0", "M1"),
        _of_age("older, no nodes", ">=55", "T2", "N0b", "M0"),
        _of_age("older, nodes not assessed: as none", ">=55", "T2", "NX", "M0"),
        _of_age("older, with nodes", ">=55", "T2", "N1a", "M0"),
        _of_age("older, large within the thyroid", ">=55", "T3a", "N0", "M0"),
        _of_age("older, T3 without its letter: the same for both", ">=55", "T3", "N1", "M0"),
        _of_age("older, near organs", ">=55", "T4a", "N0", "M0"),
        _of_age("older, vessels or fascia", ">=55", "T4b", "N0", "M0"),
        _of_age("older, T4 without its letter", ">=55", "T4", "N0", "M0"),
        _of_age("older, T not assessed", ">=55", "TX", "N0", "M0"),
        _of_age("older, N not known, and it decides", ">=55", "T1a", "", "M0"),
        _of_age("older, N not known, whatever it is", ">=55", "T4a", "", "M0"),
        _of_age("age not known", "", "T1a", "N0", "M0"),
        _of_age("M not known", ">=55", "T1a", "N0", ""),
        _of_age("a value of another edition", ">=55", "T1a", "N2", "M0"),
        _of_age("years typed for the age group", "55", "T1a", "N0", "M0"),
    ),
)
MEDULLARY_ANAPLASTIC_PAGE = SystemPage(
    "screening.clinical.tnm_thyroid.medullary_anaplastic",
    golden="tnm_thyroid_8_medullary_anaplastic.csv",
    tests=(
        "test_tnm_thyroid.py",
        "test_thyroid_staging.py",
        "test_thyroid_bulk.py",
        "test_thyroid_bulk_words.py",
    ),
    tables=(
        T_IN_WORDS,
        N_IN_WORDS,
        _table("Medullary, M0", lambda t, n: stage_group(Histology.MEDULLARY, t, n, "M0")),
        _table("Anaplastic, M0", lambda t, n: stage_group(Histology.ANAPLASTIC, t, n, "M0")),
        Table("With a metastasis, whatever T and N", ("M", "group"), (("M1", WITH_M1),)),
    ),
    cases=(
        _of_kind("smallest tumor", "medullary", "T1a", "N0", "M0"),
        _of_kind("the same tumor", "anaplastic", "T1a", "N0", "M0"),
        _of_kind("larger, no nodes", "medullary", "T3a", "N0b", "M0"),
        _of_kind("central nodes", "medullary", "T1b", "N1a", "M0"),
        _of_kind("lateral nodes", "medullary", "T1b", "N1b", "M0"),
        _of_kind("near organs; recalled", "medullary", "T4a", "N0", "M0"),
        _of_kind("vessels or fascia; recalled", "medullary", "T4b", "N1b", "M0"),
        _of_kind("a metastasis; recalled", "medullary", "T1a", "N0", "M1"),
        _of_kind("nodes not assessed", "medullary", "T2", "NX", "M0"),
        _of_kind("nodes not assessed: as none", "anaplastic", "T2", "NX", "M0"),
        _of_kind("with nodes", "anaplastic", "T2", "N1", "M0"),
        _of_kind("strap muscles", "anaplastic", "T3b", "N0", "M0"),
        _of_kind("T3 without its letter, no nodes", "anaplastic", "T3", "N0", "M0"),
        _of_kind("T3 without its letter, with nodes", "anaplastic", "T3", "N1", "M0"),
        _of_kind("N1 without its letter", "medullary", "T2", "N1", "M0"),
        _of_kind("a metastasis, nothing else known", "anaplastic", "", "", "M1"),
        _of_kind("kind of cancer not known", "", "T1a", "N0", "M0"),
        _of_kind("a kind that has another table", "papillary", "T1a", "N0", "M0"),
    ),
)
