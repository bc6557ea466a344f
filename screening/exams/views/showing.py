"""One exam with everything recorded of it, and the letter that tells the participant."""

from flask import abort, render_template
from flask_babel import force_locale

from screening.accounts.guards import current_actor, current_scope
from screening.clock import today
from screening.exams import actions
from screening.exams.forms import MoveForm
from screening.exams.presenters import ExamPresenter, Stored, present_lesions, present_letter
from screening.exams.queries import (
    entry_of,
    find_categorization,
    find_last_change,
    get_exam,
    list_exams,
    list_round,
)
from screening.exams.views.blueprint import Answer, blueprint
from screening.exams.views.people import present_person
from screening.programs import get_program
from screening.security.access import requires
from screening.security.permissions import Permission

OPENING = "exams:exam:open"
PRINTING = "exams:result:open"
LANGUAGES = {"en": "en", "zh": "zh_Hans_CN"}


@blueprint.get("/exams/<string:public_id>")
@requires(Permission.EXAM_VIEW)
def show_exam(public_id: str) -> Answer:
    """Show an exam."""
    actions.open_exam(public_id, by=current_actor(), page=OPENING)
    return exam_page(public_id, MoveForm())


def exam_page(public_id: str, form: MoveForm, *, is_newer: bool = False) -> str:
    """Return the page of an exam; `is_newer`: someone saved it since it was shown."""
    exam = get_exam(current_scope(), public_id)
    stored = Stored(
        exam,
        entry_of(exam),
        actions.standing_of(exam),
        find_categorization(exam.id),
        actions.recompute(exam),
        actions.recompute_beside(exam),
        tuple((each, entry_of(each)) for each in list_round(exam)),
    )
    of_person = list_exams(current_scope(), exam.participant_id)
    series = [other for other in of_person if other.enrollment_id == exam.enrollment_id]
    form.version.data = str(exam.version)
    return render_template(
        "exams/show_exam.html",
        exam=ExamPresenter(stored, today()),
        person=present_person(exam.participant.public_id),
        lesions=present_lesions(get_program(exam.program), series),
        form=form,
        change=find_last_change(exam.id) if is_newer else None,
    )


@blueprint.get("/exams/<string:public_id>/result/<string:lang>")
@requires(Permission.EXAM_VIEW)
def print_result(public_id: str, lang: str) -> Answer:
    """Show the result as the participant reads it, in either language, to be printed."""
    if lang not in LANGUAGES:
        abort(404)
    exam = actions.open_exam(public_id, by=current_actor(), page=PRINTING)
    with force_locale(LANGUAGES[lang]):
        person = present_person(exam.participant.public_id)
        letter = present_letter(exam, person.numbers, today(), list_round(exam))
        return render_template("exams/print_result.html", letter=letter, public_id=public_id)
