"""Tables and cases of the page of TNM of breast cancer."""

from collections.abc import Iterator

from screening.clinical import tnm_breast
from screening.protocol.systems import Case, SystemPage, Table

NONE = "no group"


def _sizes() -> Iterator[tuple[str, str]]:
    above = "above 0"
    for t, up_to in tnm_breast.T_UP_TO_MM.items():
        yield t, f"{above} to {up_to} mm"
        above = f"above {up_to}"
    yield "T3", f"{above} mm"
    yield "T4", "any size, with chest wall or skin"


def _groups() -> Iterator[tuple[str, ...]]:
    for t, groups in tnm_breast.GROUPS_WITH_M0.items():
        yield t, *(group or NONE for group in groups), tnm_breast.ANY_T_WITH_N3


def _counts_as() -> Iterator[tuple[str, str]]:
    for counted in (tnm_breast.T_VALUES, tnm_breast.N_VALUES):
        for row in dict.fromkeys(counted.values()):
            yield row, ", ".join(value for value, counts_as in counted.items() if counts_as == row)


def _case(words: str, t: str, n: str, m: str) -> Case:
    return Case(words, {"T": t, "N": n, "M": m})


PAGE = SystemPage(
    "screening.clinical.tnm_breast",
    golden="tnm_breast_8_anatomic.csv",
    tests=("test_tnm_breast.py",),
    tables=(
        Table("T by the size of the invasive tumor", ("T", "size"), tuple(_sizes())),
        Table("Values by their row or column", ("counts as", "values"), tuple(_counts_as())),
        Table(
            "Groups without a metastasis",
            ("T", *tnm_breast.COLUMNS, "N3"),
            tuple(_groups()),
        ),
        Table(
            "Groups with a metastasis, whatever T and N",
            ("M", "group"),
            (("M1", tnm_breast.ANY_T_AND_N_WITH_M1),),
        ),
    ),
    cases=(
        _case("smallest tumor", "T1mi", "N0", "M0"),
        _case("in situ", "Tis(DCIS)", "N0", "M0"),
        _case("single tumor cells in a node", "T1c", "N0(i+)", "M0"),
        _case("micrometastases", "T1c", "N1mi", "M0"),
        _case("micrometastases beside a larger tumor", "T2", "N1mi", "M0"),
        _case("T3 without nodes", "T3", "N0", "M0"),
        _case("T3 with nodes", "T3", "N1", "M0"),
        _case("T4 with N2", "T4b", "N2a", "M0"),
        _case("N3 decides", "T0", "N3b", "M0"),
        _case("N3, tumor not assessed", "TX", "N3", "M0"),
        _case("tumor not assessed", "TX", "N1", "M0"),
        _case("neither tumor nor nodes", "T0", "N0", "M0"),
        _case("in situ with nodes", "Tis", "N1", "M0"),
        _case("nodes not assessed", "T1c", "NX", "M0"),
        _case("metastasis, all else not known", "", "", "M1"),
        _case("in situ with a metastasis", "Tis", "N0", "M1"),
        _case("clinical and pathologic values", "pT2", "cN1", "cM0"),
        _case("M not known", "T2", "N1", ""),
        _case("T not known", "", "N1", "M0"),
        _case("a value of another cancer", "T1d", "N0", "M0"),
    ),
    shown=("stage",),
)
