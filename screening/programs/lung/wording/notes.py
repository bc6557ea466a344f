"""What a category rests on beside the rules: earlier exams, and inputs that are not known."""

from collections.abc import Iterable
from datetime import date

from screening.programs.lung.wording.labels import label, name_of
from screening.protocol.wording import N_, Sentence


def change_measured(statuses: Iterable[str], on: date) -> tuple[Sentence, ...]:
    """Say which changes the measurements since an earlier exam amount to."""
    text = N_("Compared with the measurements of {date}: {status}")
    return tuple(
        Sentence(text, {"date": on, "status": label("status", status)}) for status in statuses
    )


def new_since(on: date) -> Sentence:
    """Say on which exam the finding was not there yet."""
    return Sentence(N_("Not there on the exam of {date}: new"), {"date": on})


def nothing_to_compare() -> Sentence:
    """Say why a finding of an exam that is not the first counts as baseline."""
    return Sentence(N_("No earlier CT on record to compare with: baseline"))


def growth_typed(growth_mm: object) -> Sentence:
    """Say that the typed rise of the diameter is growth."""
    text = N_("The mean diameter rose by {growth} mm in 12 months: growing")
    return Sentence(text, {"growth": growth_mm})


def category_taken(category: str, on: date) -> Sentence:
    """Say from which earlier exam the category before is taken."""
    text = N_("Category {category} before, on the exam of {date}")
    return Sentence(text, {"category": category, "date": on})


def category_entered(category: str) -> Sentence:
    """Say that the category before was entered for the exam and not for the finding."""
    text = N_("Category {category} before, as entered for the exam as a whole")
    return Sentence(text, {"category": category})


def category_of_whole_exam(category: str, on: date) -> Sentence:
    """Say that an earlier exam has a category but no findings of its own."""
    text = N_("Category {category} before, that of the exam of {date} as a whole")
    return Sentence(text, {"category": category, "date": on})


def as_status(status: str, category: str) -> Sentence:
    """Say what a finding would be with one of several changes that hold."""
    text = N_("As {status} it is {category}")
    return Sentence(text, {"status": label("status", status), "category": category})


def same_for_each(category: str) -> Sentence:
    """Say that every change that holds gives the same category."""
    return Sentence(N_("Each of these changes gives {category}"), {"category": category})


def highest_decides(category: str) -> Sentence:
    """Say that the highest of several categories counts."""
    return Sentence(N_("The highest decides: {category}"), {"category": category})


def whatever_it_is(field: str, category: str) -> Sentence:
    """Say that an input which is not known cannot change the category."""
    text = N_("“{field}” is not known; whatever it is, the category is {category}")
    return Sentence(text, {"field": name_of(field), "category": category})


def decides_alone(number: int, field: str, highest: str, category: str) -> Sentence:
    """Say that a finding which is not fully known cannot raise the category of the exam."""
    text = N_(
        "Finding {number} has no category without “{field}”, but at most {highest}; "
        "the exam is {category} either way"
    )
    values = {"number": number, "field": name_of(field), "highest": highest, "category": category}
    return Sentence(text, values)
