"""Work-up, cancers and benign results of synthetic positive exams."""

import random
from datetime import date, timedelta

from screening.programs.lung.demo.settings import (
    MORPHOLOGIES,
    SIZE_OF_T,
    STAGES,
    TOPOGRAPHY_OF_LOBE,
)
from screening.protocol.synthetic import PersonRows, pick, weekday_from

NINTH_EDITION_FROM = date(2025, 1, 1)
RECENT = timedelta(days=100)
Positive = tuple[str | None, date, str]


def add_benign_workup(
    draw: random.Random,
    rows: PersonRows,
    positive: Positive,
    today: date,
) -> date | None:
    """Add a work-up that ends benign; None where it is still open today."""
    accession_no, day, _ = positive
    pet_on = weekday_from(day + timedelta(days=draw.randint(7, 28)))
    biopsy_on = weekday_from(pet_on + timedelta(days=draw.randint(5, 21)))
    decided_on = biopsy_on + timedelta(days=draw.randint(5, 30))
    if pet_on > today:
        return None
    rows.add_procedure(accession_no, "pet_ct", pet_on, "indeterminate")
    if draw.random() < 0.6 and biopsy_on <= today:
        kind = pick(draw, {"ct_guided_biopsy": 0.7, "bronchoscopy": 0.2, "wedge_resection": 0.1})
        complication = pick(draw, {"none": 0.72, "pneumothorax": 0.2, "pneumothorax_drain": 0.08})
        complication = complication if kind == "ct_guided_biopsy" else ""
        rows.add_procedure(accession_no, kind, biopsy_on, "benign", complication)
    if decided_on > today or (decided_on > today - RECENT and draw.random() < 0.3):
        return None
    rows.add_to_exam("outcomes", accession_no, outcome="benign", decided_on=decided_on)
    return decided_on


def add_cancer(
    draw: random.Random,
    rows: PersonRows,
    positive: Positive,
    today: date,
) -> None:
    """Add the diagnosis with its stage; after a positive exam, its work-up and treatment too."""
    accession_no, day, lobe = positive
    diagnosed_on = day
    if accession_no is not None:
        diagnosed_on = _diagnose(draw, rows, accession_no, day)
    t, n, m, _ = draw.choices(STAGES, [stage[3] for stage in STAGES])[0]
    if diagnosed_on >= NINTH_EDITION_FROM and n == "N2":
        n = "N2a"
    if diagnosed_on >= NINTH_EDITION_FROM and m == "M1b":
        m = "M1c1"
    treated_on = weekday_from(diagnosed_on + timedelta(days=draw.randint(8, 45)))
    is_treated = treated_on <= today
    is_surgical = is_treated and t in ("T1a", "T1b", "T1c", "T1mi", "T2a", "T2b") and n != "N2"
    if is_surgical and accession_no is not None:
        rows.add_procedure(accession_no, "lobectomy", treated_on, "malignant")
    low, high = SIZE_OF_T.get(t, (9, 40))
    rows.add(
        "cancers",
        diagnosed_on=diagnosed_on,
        basis="histology",
        topography=TOPOGRAPHY_OF_LOBE[lobe],
        morphology=pick(draw, MORPHOLOGIES),
        laterality="R" if lobe.startswith("R") else "L",
        size_mm=draw.randint(low, high),
        edition="9" if diagnosed_on >= NINTH_EDITION_FROM else "8",
        t=t,
        n=n,
        m=m,
        accession_no=accession_no,
        treated_on=treated_on if is_treated else "",
        treatment=("surgery" if is_surgical else "systemic") if is_treated else "",
    )


def _diagnose(
    draw: random.Random,
    rows: PersonRows,
    accession_no: str,
    day: date,
) -> date:
    pet_on = weekday_from(day + timedelta(days=draw.randint(5, 18)))
    biopsy_on = weekday_from(pet_on + timedelta(days=draw.randint(3, 14)))
    rows.add_procedure(accession_no, "pet_ct", pet_on, "indeterminate")
    kind = pick(draw, {"ct_guided_biopsy": 0.62, "ebus_tbna": 0.16, "bronchoscopy": 0.22})
    rows.add_procedure(accession_no, kind, biopsy_on, "malignant")
    return biopsy_on + timedelta(days=draw.randint(2, 8))
