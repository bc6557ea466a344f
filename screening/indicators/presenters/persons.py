"""The list of persons behind a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from screening.enrollments.rules import Outcome
from screening.indicators.presenters.labels import Labels
from screening.indicators.queries.people import Line
from screening.indicators.reports import Part
from screening.indicators.rules import Dimension
from screening.participants.rules import SEX_LABELS, Sex
from screening.protocol.wording import N_
from screening.web.locale import between, say
from screening.web.paging import Page

PART_LABELS = {
    Part.NUMERATOR: N_("Numerator"),
    Part.DENOMINATOR: N_("Denominator"),
    Part.UNKNOWN: N_("Left out, because the stage is not known"),
    Part.OPEN: N_("Still waiting"),
}
OUTCOME_LABELS = {
    Outcome.NEGATIVE: N_("Negative"),
    Outcome.BENIGN: N_("Benign"),
    Outcome.CANCER: N_("Cancer"),
    Outcome.LOST: N_("Lost to follow-up"),
    Outcome.DECLINED: N_("Declined"),
    Outcome.DIED: N_("Died"),
}
# The columns by which the list can be sorted.
SORT_KEYS = ("name", "age", "site", "day", "category", "outcome", "diagnosed")


@dataclass(frozen=True)
class PersonLine:
    """One person behind the number."""

    url: str
    name: str
    sex: str
    age: str
    site: str
    day: date
    exam_url: str
    category: str
    outcome: str
    diagnosed_on: date | None


@dataclass(frozen=True)
class PersonsHeading:
    """Which number the list is behind: the measure, its part, the group, period and day."""

    title: str
    sentence: str
    part: str
    group: Mapping[Dimension, str]
    period: str
    as_of: str
    back: str


@dataclass(frozen=True)
class PersonsPresenter:
    """Which number, and who is behind it."""

    heading: PersonsHeading
    group: str
    page: Page[PersonLine]


def present_persons(page: Page[Line], heading: PersonsHeading, labels: Labels) -> PersonsPresenter:
    """Return the page of a list."""
    sexes = {sex.value: say(label) for sex, label in SEX_LABELS.items()}
    outcomes = {outcome.value: say(label) for outcome, label in OUTCOME_LABELS.items()}
    lines = [_line(line, sexes, outcomes, labels) for line in page.rows]
    words = between(",").join(heading.group.values()) or str(_("Everyone"))
    return PersonsPresenter(heading, words, Page(lines, page.number, page.has_next))


def _line(
    line: Line, sexes: Mapping[str, str], outcomes: Mapping[str, str], labels: Labels
) -> PersonLine:
    exam = line.exam_public_id
    return PersonLine(
        url_for("participants.show_participant", public_id=line.public_id),
        line.name,
        sexes[Sex(line.sex).value],
        "" if line.age_years is None else str(line.age_years),
        labels.value(Dimension.SITE, line.site),
        line.day,
        url_for("exams.show_exam", public_id=exam) if exam else "",
        line.category or "",
        outcomes.get(line.outcome or "", ""),
        line.diagnosed_on,
    )


def part_label(part: Part) -> str:
    """Return the name of a part of a figure."""
    return say(PART_LABELS[part])
