"""Stage, receptors and nodes of breast cancers: what they mean, and what they cannot be."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from screening.clinical import tnm_breast
from screening.clinical.reasons import InvalidInput
from screening.programs.breast.markers import MARKERS
from screening.programs.breast.staging import STAGING
from screening.programs.breast.workup import WORKUP
from screening.protocol.payload import read_payload
from screening.protocol.tumors import Tumor
from screening.protocol.workup import Tnm
from tests.factories.breast import words
from tests.factories.golden import golden_rows

PROMISED_PROCEDURES = {
    "core_biopsy", "vacuum_biopsy", "fna", "surgical_biopsy", "lumpectomy", "mastectomy",
    "sentinel_node_biopsy",
}  # fmt: skip
INVASIVE, IN_SITU = "8500/3", "8500/2"


def tumor(markers: dict[str, str] | None = None, **values: object) -> Tumor:
    payload, problems = read_payload(MARKERS.fields, markers or {})
    assert problems == []
    return Tumor(diagnosed_on=date(2024, 3, 5), markers=payload, **values)  # type: ignore[arg-type]


def said(**markers: str) -> list[str]:
    return words(MARKERS.say(read_payload(MARKERS.fields, markers)[0]))


def problems(found: Tumor) -> list[tuple[str, bool]]:
    return [(problem.field, problem.is_question) for problem in MARKERS.problems(found)]


def test_procedures_have_their_promised_codes_and_what_takes_tissue_counts_so() -> None:
    kinds = {kind.code: kind for kind in WORKUP.procedures}

    assert set(kinds) >= PROMISED_PROCEDURES
    assert all(kinds[code].is_tissue for code in PROMISED_PROCEDURES)
    resections = {code for code in PROMISED_PROCEDURES if kinds[code].is_resection}
    assert resections == {"surgical_biopsy", "lumpectomy", "mastectomy"}


def test_every_row_of_the_published_stages_has_its_group() -> None:
    for row in golden_rows("tnm_breast_8_anatomic.csv"):
        assert (STAGING.stage(Tnm("8", row["T"], row["N"], row["M"])).group or "") == row["stage"]


def test_early_is_stage_0_and_i() -> None:
    published = [group for group in tnm_breast.GROUPS if group in STAGING.early_groups]

    assert published == ["0", "IA", "IB"]
    assert set(tnm_breast.GROUPS) <= set(STAGING.groups)


def test_where_there_is_no_group_a_note_says_why() -> None:
    for t, n, m in product(*STAGING.values("8")):
        stage = STAGING.stage(Tnm("8", t, n, m))
        assert stage.group or stage.note


def test_another_edition_is_refused() -> None:
    with pytest.raises(InvalidInput):
        STAGING.stage(Tnm("7", "T1", "N0", "M0"))


def test_receptors_are_said_by_the_guidelines() -> None:
    assert said(er_percent="0.5", pr_percent="0") == [
        "Estrogen receptors: negative",
        "Progesterone receptors: negative",
    ]
    assert said(er_percent="10") == ["Estrogen receptors: low positive"]
    assert said(er_percent="11", pr_percent="1") == [
        "Estrogen receptors: positive",
        "Progesterone receptors: positive",
    ]


def test_an_equivocal_her2_is_decided_by_in_situ_hybridization() -> None:
    assert said(her2_ihc="2+") == ["HER2: equivocal: in situ hybridization decides"]
    assert said(her2_ihc="2+", her2_ish="amplified") == ["HER2: positive"]
    assert said(her2_ihc="1+", her2_ish="not_amplified") == ["HER2: negative"]
    assert said(her2_ihc="unknown") == []


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (tumor(morphology=INVASIVE, t="T1c", n="N0", size_mm=Decimal(14)), []),
        (tumor({"nodes_examined": "2", "nodes_positive": "3"}), [("nodes_positive", False)]),
        (tumor({"nodes_positive": "1"}, n="N0"), [("nodes_positive", True)]),
        (tumor({"nodes_positive": "1"}, n="N1"), []),
        (tumor(morphology=INVASIVE, t="Tis"), [("t", True)]),
        (tumor(morphology=IN_SITU, t="T1a"), [("t", True)]),
        (tumor(morphology=IN_SITU, t="Tis", size_mm=Decimal(40)), []),
        (tumor(morphology=INVASIVE, t="T1b", size_mm=Decimal(25)), [("t", True)]),
        # 30 mm in all, of which 9 mm are invasive: T goes by the invasive part.
        (tumor({"invasive_size_mm": "9"}, morphology=INVASIVE, t="T1b", size_mm=Decimal(30)), []),
        (tumor({"er_percent": "101"}), [("er_percent", False)]),
    ],
)
def test_what_a_cancer_cannot_be_is_refused_and_what_it_hardly_is_asked(
    found: Tumor, expected: list[tuple[str, bool]]
) -> None:
    assert problems(found) == expected
