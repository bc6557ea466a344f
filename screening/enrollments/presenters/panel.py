"""A person's programs on the person's page: one block each, and those not yet entered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from screening.enrollments.presenters.record import EnrollmentPresenter
from screening.programs import all_programs
from screening.web.forms import ScreeningForm
from screening.web.locale import say


@dataclass(frozen=True)
class ProgramsPanel:
    """The blocks, and the form that puts the person into another program, if there is one."""

    public_id: str
    blocks: Sequence[EnrollmentPresenter]
    form: ScreeningForm | None


def open_programs(entered: Collection[str]) -> list[tuple[str, str]]:
    """Return the programs that a person is not in, as choices."""
    return [
        (program.code, say(program.name))
        for program in all_programs()
        if program.code not in entered
    ]
