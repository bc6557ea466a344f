"""Tables and cases of the pages of TNM of lung cancer, an edition each."""

from collections.abc import Iterator

from screening.clinical import tnm_lung
from screening.protocol.systems import Case, SystemPage, Table

NONE = "no group"

# Sizes are the largest diameter, of a part-solid tumor that of its solid part.
T_WORDS = (
    ("TX", "cancer cells in sputum or washings, nothing seen on imaging or bronchoscopy"),
    ("T0", "no primary tumor"),
    ("Tis", "carcinoma in situ; on imaging a pure non-solid lesion of 3 cm or less"),
    ("T1mi", "minimally invasive adenocarcinoma: 3 cm or less, invasive part 5 mm or less"),
    ("T1a", "1 cm or less; or superficial spreading tumor of the wall of a central airway"),
    ("T1b", "above 1 cm, up to 2 cm"),
    ("T1c", "above 2 cm, up to 3 cm"),
    (
        "T2a",
        (
            "above 3 cm, up to 4 cm; or, up to 4 cm: main bronchus but not the carina, visceral "
            "pleura, atelectasis or pneumonitis to the hilum"
        ),
    ),
    ("T2b", "above 4 cm, up to 5 cm"),
    (
        "T3",
        (
            "above 5 cm, up to 7 cm; or chest wall, phrenic nerve, parietal pericardium, another "
            "nodule in the same lobe"
        ),
    ),
    (
        "T4",
        (
            "above 7 cm; or diaphragm, mediastinum, heart, great vessels, trachea, carina, "
            "recurrent laryngeal nerve, esophagus, vertebra, a nodule in another lobe of that lung"
        ),
    ),
)
N_WORDS = {
    "NX": "not assessed",
    "N0": "none",
    "N1": "same side: peribronchial, hilar, intrapulmonary",
    "N2": "same side: mediastinal, subcarinal",
    "N2a": "one N2 station",
    "N2b": "several N2 stations",
    "N3": "other side, mediastinal or hilar; scalene or supraclavicular of either side",
}
M_WORDS = {
    "M0": "none",
    "M1a": "nodule in the other lung, pleural or pericardial nodules, malignant effusion",
    "M1b": "one metastasis outside the chest",
    "M1c": "several outside the chest",
    "M1c1": "several in one organ system",
    "M1c2": "several in several organ systems",
    "M1": "a metastasis, not further told",
}


def _groups(edition: str) -> Iterator[tuple[str, ...]]:
    for t, groups in tnm_lung.GROUPS_WITH_M0[edition].items():
        yield t, *(group or NONE for group in groups)


def _page(edition: str, cases: tuple[Case, ...]) -> SystemPage:
    _, n_values, m_values = tnm_lung.values(edition)
    return SystemPage(
        "screening.clinical.tnm_lung",
        golden=f"tnm_lung_{edition}.csv",
        tests=("test_tnm_lung.py",),
        tables=(
            Table("T in words; upper ends are included", ("T", "meaning"), T_WORDS),
            Table("N in words", ("N", "nodes"), tuple((n, N_WORDS[n]) for n in n_values)),
            Table("M in words", ("M", "metastasis"), tuple((m, M_WORDS[m]) for m in m_values)),
            Table(
                "Groups without a metastasis",
                ("T", *tnm_lung.COLUMNS[edition]),
                tuple(_groups(edition)),
            ),
            Table(
                "Groups with a metastasis, whatever T and N",
                ("M", "group"),
                tuple((m, tnm_lung.GROUPS_WITH_M1[m]) for m in m_values if m != "M0"),
            ),
        ),
        cases=cases,
        shown=("stage_group", "defined"),
    )


def _case(words: str, t: str, n: str, m: str) -> Case:
    return Case(words, {"T": t, "N": n, "M": m})


COMMON = (
    _case("smallest tumor", "T1a", "N0", "M0"),
    _case("nodes not assessed", "T1a", "NX", "M0"),
    _case("no primary tumor", "T0", "N1", "M0"),
    _case("occult, with nodes", "TX", "N1", "M0"),
    _case("in situ, with a metastasis", "Tis", "N0", "M1a"),
    _case("minimally invasive, with nodes", "T1mi", "N1", "M0"),
    _case("T1 without its letter, no nodes", "T1", "N0", "M0"),
    _case("T1 without its letter, N1", "T1", "N1", "M0"),
    _case("T not known, metastasis", "", "N0", "M1b"),
    _case("M not known", "T1a", "N0", ""),
)
EIGHTH = _page(
    "8",
    (
        *COMMON,
        _case("moved by the 9th edition", "T1c", "N1", "M0"),
        _case("moved by the 9th edition", "T3", "N2", "M0"),
        _case("a value of the 9th edition", "T1c", "N2a", "M0"),
    ),
)
NINTH = _page(
    "9",
    (
        *COMMON,
        _case("IIB in the 8th edition", "T1c", "N1", "M0"),
        _case("IIIA in the 8th edition", "T1c", "N2a", "M0"),
        _case("IIIA in the 8th edition", "T2a", "N2b", "M0"),
        _case("IIIB in the 8th edition", "T3", "N2a", "M0"),
        _case("N2 without its letter", "T1c", "N2", "M0"),
        _case("N2 without its letter, the same for both", "T4", "N2", "M0"),
    ),
)
PAGES = {"8": EIGHTH, "9": NINTH}
