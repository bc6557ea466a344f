"""Puts what an action refused at the field of the form where it was typed."""

from collections.abc import Iterator
from contextlib import contextmanager

from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import Problem
from screening.web.forms import ScreeningForm


@contextmanager
def refusals_shown(form: ScreeningForm) -> Iterator[None]:
    """Run an action; a refusal ends it, stands at its field, and the page is shown again."""
    try:
        yield
    except RefusedInputError as error:
        form.show([Problem(error.field, error.sentence)])
