"""What the pages of cancers share: the exams to choose from, the way back, what was found out."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from screening.accounts.guards import current_scope
from screening.cases.queries import find_case_of_episode
from screening.outcomes.presenters import (
    CancersPanel,
    CodeChoice,
    code_choices,
    exam_choices,
    present_cancer,
    present_panel,
)
from screening.outcomes.queries import get_cancer, list_cancers, list_source_exams
from screening.programs import get_program
from screening.protocol.workup import Workup
from screening.security.actor import Scope


@dataclass(frozen=True)
class Choices:
    """What a cancer of a person in a program is chosen from."""

    workup: Workup
    exams: Sequence[tuple[str, str]]
    exam_ids: dict[str, int]

    @property
    def markers(self) -> tuple[str, ...]:
        """The names of what the program records of its cancers beside codes and stage."""
        return tuple(field.code for field in self.workup.markers.fields)

    @property
    def topographies(self) -> tuple[CodeChoice, ...]:
        """The sites of the program's cancers."""
        return code_choices(self.workup.topographies)

    @property
    def morphologies(self) -> tuple[CodeChoice, ...]:
        """The kinds of the program's cancers."""
        return code_choices(self.workup.morphologies)


def read_choices(participant_id: int, program: str) -> Choices:
    """Return what a cancer is chosen from."""
    exams = list_source_exams(current_scope(), participant_id, program)
    numbers = {exam.public_id: exam.id for exam in exams}
    return Choices(get_program(program).workup, exam_choices(exams), numbers)


def show_found_out(public_id: str, done: str) -> Response:
    """Say how the cancer counts, and lead back to the case or the person."""
    cancer = get_cancer(current_scope(), public_id)
    line = present_cancer(cancer)
    flash(f"{done}. {line.mode}: {line.mode_reason}", "success")
    return redirect(back_url(public_id), 303)


def back_url(public_id: str) -> str:
    """Return the page to go back to: the case that the cancer came from, else the person."""
    cancer = get_cancer(current_scope(), public_id)
    exam = cancer.exam or cancer.attributed_exam
    return case_url(exam.episode_id if exam else None) or url_for(
        "participants.show_participant", public_id=cancer.participant.public_id
    )


def case_url(episode_id: int | None) -> str | None:
    """Return the page of the case of a round, if it has one."""
    case = find_case_of_episode(episode_id) if episode_id else None
    return url_for("cases.show_case", public_id=case.public_id) if case else None


def panel(participant_id: int, scope: Scope) -> tuple[str, CancersPanel] | None:
    """Return the cancers of a person for the page of the person."""
    cancers = list_cancers(scope, participant_id)
    return ("outcomes/_panel.html", present_panel(cancers)) if cancers else None
