"""The page of a questionnaire: its sections, the verdict so far, what it starts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from screening.enrollments.presenters.verdicts import LiveVerdict
from screening.protocol.fields import Field
from screening.protocol.questionnaire import AGE, Questionnaire
from screening.web.locale import say


@dataclass(frozen=True)
class SectionPresenter:
    """One heading with the names of its fields."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class QuestionnairePage:
    """`started_from` and `offered` are days of earlier questionnaires: whose answers stand in the
    form, and whose could (with its number).
    """

    sections: Sequence[SectionPresenter]
    live: LiveVerdict
    started_from: str = ""
    offered: tuple[int, str] | None = None


def asked_fields(questionnaire: Questionnaire, *, is_age_known: bool) -> tuple[Field, ...]:
    """Return the questions; the age is not asked where the birth date gives it."""
    return tuple(
        field for field in questionnaire.fields if not (is_age_known and field.code == AGE)
    )


def present_sections(
    questionnaire: Questionnaire, asked: Sequence[Field]
) -> tuple[SectionPresenter, ...]:
    """Return the sections that still ask something."""
    codes = {field.code for field in asked}
    sections = (
        SectionPresenter(
            say(section.title),
            tuple(field.code for field in section.fields if field.code in codes),
        )
        for section in questionnaire.sections
    )
    return tuple(section for section in sections if section.fields)
