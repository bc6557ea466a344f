"""What the pages of a questionnaire share: the questions for this person, the form, the verdict."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from screening.accounts.guards import current_scope
from screening.clock import today
from screening.enrollments import actions
from screening.enrollments.forms import AssessmentForm, assessment_form
from screening.enrollments.presenters import (
    LiveVerdict,
    QuestionnairePage,
    asked_fields,
    differing_answers,
    present_live,
    present_sections,
)
from screening.enrollments.queries import get_assessment, get_enrollment, list_assessments
from screening.participants.rules import DatePrecision, age_on
from screening.programs import get_program
from screening.protocol.eligibility import Verdict
from screening.protocol.fields import Payload
from screening.protocol.payload import from_json
from screening.web.payload_forms import texts_of

Row = tuple[str, str, str]


class Questions:
    """The questions that a program asks of one person."""

    def __init__(self, enrollment_id: int) -> None:
        self.enrollment = get_enrollment(current_scope(), enrollment_id)
        self.person = self.enrollment.participant
        self.program = get_program(self.enrollment.program)
        self.questionnaire = self.program.questionnaire
        is_age_known = self.person.birth_precision is DatePrecision.DAY
        self.fields = asked_fields(self.questionnaire, is_age_known=is_age_known)

    def form(self, base: type[AssessmentForm], day: date, start: Payload) -> AssessmentForm:
        """Return the form, with the answers that it starts from."""
        ages = partial(age_on, self.person.born_from, self.person.born_to)
        version = str(self.enrollment.version)
        data = {**texts_of(start), "assessed_on": day, "version": version}
        return assessment_form(base, self.fields)(
            self.questionnaire, ages, self.person.sex.value, data=data
        )

    def stored(self, answers: Mapping[str, object]) -> Payload:
        """Return stored answers as they were given."""
        return from_json(self.questionnaire.fields, answers)

    def live(self, form: AssessmentForm) -> LiveVerdict:
        """Return the verdict on what is typed so far."""
        filled = actions.Filled(form.assessed_on.data or today(), form.answers)
        judged = actions.judge_answers(self.person, self.program.code, filled)
        refused = [problem for problem in form.problems() if not problem.is_question]
        return present_live(self.program, judged, form.answers, refused, form.age)

    def page(self, form: AssessmentForm, start: "Start | None" = None) -> QuestionnairePage:
        """Return what the page shows around the form."""
        sections = present_sections(self.questionnaire, self.fields)
        page = start or Start({})
        return QuestionnairePage(sections, self.live(form), page.day, page.offered)

    def compare(self, form: AssessmentForm, assessment_id: int) -> list[Row]:
        """Return a saved questionnaire beside what is typed."""
        saved = get_assessment(current_scope(), self.enrollment.id, assessment_id)
        typed_on = form.assessed_on.data
        rows = differing_answers(self.questionnaire, self.stored(saved.answers), form.answers)
        label = str(form.assessed_on.label.text)
        return [(label, str(saved.assessed_on), str(typed_on or "")), *rows]


class Start:
    """What a new questionnaire starts from: `answers` of `day`; or what is `offered` for that."""

    def __init__(
        self, answers: Payload, day: str = "", offered: tuple[int, str] | None = None
    ) -> None:
        self.answers, self.day, self.offered = answers, day, offered


def pick_start(questions: Questions, asked: int | None) -> Start:
    """Continue what is incomplete, or start from the questionnaire asked for; else from nothing."""
    known = list_assessments([questions.enrollment.id]).get(questions.enrollment.id, ())
    if not known:
        return Start({})
    newest = known[0]
    chosen = next((each for each in known if each.id == asked), None)
    if chosen is None and newest.verdict == Verdict.INSUFFICIENT_DATA.value:
        chosen = newest
    if chosen is None:
        return Start({}, offered=(newest.id, newest.assessed_on.isoformat()))
    return Start(questions.stored(chosen.answers), chosen.assessed_on.isoformat())
