"""What clinical inputs are refused for."""

from collections.abc import Callable

from screening.clinical.reasons import ClinicalInputError


def refused_column(assess: Callable[..., object], *inputs: object) -> str | None:
    """Return the column that is refused; None where these inputs have a result."""
    try:
        assess(*inputs)
    except ClinicalInputError as error:
        return error.column
    return None
