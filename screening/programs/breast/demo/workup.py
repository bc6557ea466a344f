"""Work-up, cancers and benign results of synthetic positive exams."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from screening.programs.breast.demo.exams import Seen
from screening.programs.breast.demo.settings import (
    MORPHOLOGIES,
    QUADRANTS,
    SIZE_OF_T,
    STAGES,
)
from screening.protocol.synthetic import PersonRows, pick, weekday_from

IN_SITU = "8500/2"


@dataclass(frozen=True)
class Diagnosed:
    """A cancer that is found: by the work-up of an exam of `day`, or on `day` without an exam."""

    day: date
    side: str
    accession_no: str | None = None


def add_benign_workup(
    draw: random.Random,
    rows: PersonRows,
    positive: Seen,
    today: date,
) -> bool:
    """Add a work-up that ends benign; tell whether it has ended by today."""
    biopsy_on = weekday_from(positive.day + timedelta(days=draw.randint(6, 32)))
    if biopsy_on > today:
        return False
    kind = pick(draw, {"core_biopsy": 0.68, "vacuum_biopsy": 0.2, "fna": 0.06, "lumpectomy": 0.06})
    complication = pick(draw, {"none": 0.94, "hematoma": 0.05, "infection": 0.01})
    rows.add_procedure(positive.accession_no, kind, biopsy_on, "benign", complication)
    decided_on = biopsy_on + timedelta(days=draw.randint(4, 20))
    if decided_on > today:
        return False
    exam = positive.accession_no
    rows.add_to_exam("outcomes", exam, outcome="benign", decided_on=decided_on)
    return True


def add_cancer(
    draw: random.Random,
    rows: PersonRows,
    found: Diagnosed,
    today: date,
) -> None:
    """Add the diagnosis with stage and receptors; after a positive exam, its work-up too."""
    diagnosed_on = found.day
    if found.accession_no is not None:
        biopsy_on = weekday_from(found.day + timedelta(days=draw.randint(5, 24)))
        rows.add_procedure(found.accession_no, "core_biopsy", biopsy_on, "malignant")
        diagnosed_on = biopsy_on + timedelta(days=draw.randint(2, 8))
    t, n, m, _ = draw.choices(STAGES, [stage[3] for stage in STAGES])[0]
    treated_on = weekday_from(diagnosed_on + timedelta(days=draw.randint(7, 40)))
    is_treated = treated_on <= today
    if is_treated and found.accession_no is not None:
        nodes = "benign" if n in ("N0", "") else "malignant"
        _operate(draw, rows, found.accession_no, (treated_on, nodes))
    rows.add(
        "cancers",
        diagnosed_on=diagnosed_on,
        basis="histology",
        topography=pick(draw, QUADRANTS),
        laterality=found.side,
        **_tumor(draw, t, n),
        edition="8" if t else "",
        t=t,
        n=n,
        m=m,
        accession_no=found.accession_no,
        treated_on=treated_on if is_treated else "",
        treatment="surgery" if is_treated else "",
    )


def _operate(
    draw: random.Random,
    rows: PersonRows,
    exam: str,
    operated: tuple[date, str],
) -> None:
    day, nodes = operated
    kind = pick(draw, {"lumpectomy": 0.62, "mastectomy": 0.38})
    rows.add_procedure(exam, kind, day, "malignant")
    rows.add_procedure(exam, "sentinel_node_biopsy", day, nodes)


def _tumor(draw: random.Random, t: str, n: str) -> dict[str, object]:
    """Return morphology, size and markers that go with T and N."""
    is_in_situ = t == "Tis"
    low, high = SIZE_OF_T.get(t, (8, 25))
    examined = draw.randint(1, 4)
    positive = {"N1mi": 1, "N1": draw.randint(1, 3), "N2": draw.randint(4, 8)}.get(n, 0)
    tumor: dict[str, object] = {
        "morphology": IN_SITU if is_in_situ else pick(draw, MORPHOLOGIES),
        "size_mm": draw.randint(low, high),
        "grade": pick(draw, {"1": 0.2, "2": 0.5, "3": 0.3}),
    }
    if not is_in_situ:
        tumor |= _receptors(draw)
    if n:
        tumor |= {"nodes_examined": max(examined, positive), "nodes_positive": positive}
    return tumor


def _receptors(draw: random.Random) -> dict[str, object]:
    is_positive = draw.random() < 0.78
    score = pick(draw, {"0": 0.3, "1+": 0.35, "2+": 0.2, "3+": 0.15})
    return {
        "er_percent": draw.randint(30, 95) if is_positive else 0,
        "pr_percent": draw.randint(5, 90) if is_positive else 0,
        "her2_ihc": score,
        "her2_ish": pick(draw, {"not_amplified": 0.8, "amplified": 0.2}) if score == "2+" else "",
        "ki67_percent": draw.randint(5, 60),
    }
