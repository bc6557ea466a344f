"""Who should be screened for thyroid cancer over rows: a person a row, a position a body."""

from collections.abc import Sequence
from dataclasses import replace

from screening.clinical import thyroid_screening
from screening.clinical.inputs import NO, YES
from screening.clinical.thyroid_screening import BODIES, LAY_BODY
from screening.programs.thyroid.bulk.fields import question
from screening.programs.thyroid.eligibility.wording import POSITIONS, PUBLICATIONS, sentence_of
from screening.programs.thyroid.pages.persons import PAGE
from screening.protocol.columns import pick
from screening.protocol.fields import Field
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

POSITION_LABELS = {position.value: text for position, text in POSITIONS.items()}
# How the rows write the answers that a list has alone.
SPELLINGS = (*NO, *YES)


def _question(code: str) -> Field:
    """Return a question with those spellings of its answers that the rows have."""
    asked = question(code, N_("Completed years")) if code == "age" else question(code)
    taken = (
        replace(choice, aliases=tuple(each for each in choice.aliases if each in SPELLINGS))
        for choice in asked.choices
    )
    return replace(asked, choices=tuple(taken))


OUTCOMES = tuple(
    pick(code, PUBLICATIONS[code].title, POSITION_LABELS) for code in (*BODIES, LAY_BODY)
)


def explain(row: Texts) -> Sequence[Sentence]:
    """Return the reasons of the position of each body on the person of a row."""
    person = thyroid_screening.read_person(row)
    return tuple(
        Sentence(
            N_("{rule_set}: {reason}"),
            {"rule_set": PUBLICATIONS[judgment.body].title, "reason": sentence_of(reason)},
        )
        for judgment in thyroid_screening.judge_all(person)
        for reason in judgment.reasons
    )


PERSONS = BulkSystem(
    thyroid_screening.SYSTEM,
    N_("Who should be screened for thyroid cancer, by body"),
    thyroid_screening.INPUTS,
    thyroid_screening.RESULTS,
    thyroid_screening.evaluate_row,
    fields=tuple(_question(code) for code in thyroid_screening.INPUTS),
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)
