"""What a category rests on beside the published rules."""

from screening.programs.breast.wording.labels import BREASTS
from screening.protocol.wording import N_, Sentence


def led_by_finding(number: int, side: str) -> Sentence:
    """Say which finding gave a breast its category."""
    text = N_("{breast}: its category is that of finding {number}")
    return Sentence(text, {"number": number, "breast": BREASTS[side]})


def side_not_known(category: str, number: str) -> Sentence:
    """Say that a finding counts though nobody says in which breast it is."""
    text = N_("Finding {number}, in a breast that is not stated: {category}")
    return Sentence(text, {"number": number, "category": category})


def leads_without_side(category: str) -> Sentence:
    """Say that such a finding is the worst of the exam."""
    text = N_("It is worse than what either breast has, so that it leads: {category}")
    return Sentence(text, {"category": category})


def exam_without_side(category: str) -> Sentence:
    """Say that an exam has a category of which the breast is not known."""
    text = N_("An exam of category {category}, of which the breast is not stated")
    return Sentence(text, {"category": category})


def work_up_replaces(category: str) -> Sentence:
    """Say that the work-up of such an exam gave its final category."""
    text = N_("Its work-up gave {category} instead of 0")
    return Sentence(text, {"category": category})
