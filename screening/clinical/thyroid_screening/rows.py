"""One person as a row of text columns, and the positions of all bodies as result columns.

The first columns are those of an assessment in the files of the program; `symptoms` and
`neck_irradiation` hold several answers between semicolons, or yes or no alone.
"""

from screening.clinical.inputs import (
    NO,
    NOT_KNOWN,
    YES,
    Row,
    Word,
    known_word,
    read_flag,
    read_number,
    read_text,
)
from screening.clinical.reasons import InvalidInput, in_words
from screening.clinical.thyroid_screening.bodies import BODIES, LAY_BODY, judge_all
from screening.clinical.thyroid_screening.person import Irradiation, Person, Syndrome

SYSTEM = "thyroid-screening"
INPUTS = (
    "neck_irradiation",
    "fdr_thyroid_cancer",
    "syndrome",
    "symptoms",
    "neck_mass",
    "prior_thyroid_cancer",
    "age",
    "family_syndrome",
    "calcitonin_above_normal",
    "childhood_cancer_thyroid_exposed",
)
RESULTS = (*BODIES, LAY_BODY, "reasons")
NONE = ("none", *NO)


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the position of each body on the person of a row, and the reasons of each."""
    judgments = judge_all(read_person(row))
    positions = {judgment.body: judgment.position.value for judgment in judgments}
    reasons = (f"{judgment.body}: {in_words(judgment.reasons)}" for judgment in judgments)
    return {**positions, "reasons": " | ".join(reasons)}


def read_person(row: Row) -> Person:
    """Return the person whom a row describes; a blank is not known."""
    return Person(
        age_years=_age(row),
        neck_irradiation=_words(Irradiation, row, "neck_irradiation"),
        fdr_thyroid_cancer=read_flag(row, "fdr_thyroid_cancer"),
        syndrome=_words(Syndrome, row, "syndrome"),
        family_syndrome=read_flag(row, "family_syndrome"),
        prior_thyroid_cancer=read_flag(row, "prior_thyroid_cancer"),
        calcitonin_above_normal=bool(read_flag(row, "calcitonin_above_normal")),
        childhood_cancer_thyroid_exposed=read_flag(row, "childhood_cancer_thyroid_exposed"),
        symptoms=_answers(row, "symptoms"),
        neck_mass=read_flag(row, "neck_mass"),
    )


def _age(row: Row) -> int | None:
    age = read_number(row, "age")
    if age is not None and age < 0:
        raise InvalidInput("age", age, "it is completed years")
    return None if age is None else int(age)


def _words(words: type[Word], row: Row, column: str) -> tuple[Word, ...] | None:
    answers = _answers(row, column)
    if answers is None:
        return None
    return tuple(known_word(words, column, answer) for answer in answers)


def _answers(row: Row, column: str) -> tuple[str, ...] | None:
    """Return the answers of a cell, without any for a no; 1 and yes are the same bare yes."""
    text = read_text(row, column)
    if text in NOT_KNOWN:
        return None
    if text in NONE:
        return ()
    items = [item.strip() for item in text.split(";") if item.strip()]
    if not items or {"none", "no"} & set(items):
        raise InvalidInput(column, text, "it is none, yes, or words separated by semicolons")
    return tuple(YES[0] if item in YES else item for item in items)
