"""The statistics as systems of `screening evaluate`; what computes them is loaded by a first row.

It rests on scipy, which takes longer to start than everything else together: whoever lists the
systems, or evaluates another one, does not wait for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pkgutil import resolve_name

from screening.indicators.bulk import fields
from screening.indicators.bulk.cases import CASES
from screening.protocol.fields import Field
from screening.protocol.systems import (
    BulkSystem,
    Judge,
    SystemPage,
    Texts,
    Worded,
    reasons_of,
    results_of,
)
from screening.protocol.wording import N_

PACKAGE = "screening.indicators.bulk"
GOLDEN = {
    "proportion-interval": "proportion_ci_vectors.csv",
    "poisson-interval": "poisson_ci_vectors.csv",
    "newcombe": "newcombe_vectors.csv",
    "direct-rate": "dsr_vectors.csv",
    "detection-ratio": "sdr_vectors.csv",
    "funnel": "funnel_vectors.csv",
}
TESTS, OF_CELLS = "test_published_rows.py", "test_cells.py"


@dataclass(frozen=True)
class Later:
    """A function that is found by its name when it is first called."""

    name: str

    def __call__(self, row: Texts) -> Worded:
        """Return what the function makes of a row."""
        return self._found(row)

    @cached_property
    def _found(self) -> Judge:
        judge: Callable[[Texts], Worded] = resolve_name(self.name)
        return judge


def _statistic(
    code: str,
    title: str,
    inputs: tuple[Field, ...],
    outcomes: tuple[Field, ...],
    computed_by: str,
) -> BulkSystem:
    computed_by = f"{PACKAGE}.{computed_by}"
    judge = Later(computed_by)
    return BulkSystem(
        code,
        title,
        tuple(field.code for field in inputs),
        (*(field.code for field in outcomes), "reasons"),
        partial(results_of, judge),
        fields=inputs,
        outcomes=outcomes,
        explain=partial(reasons_of, judge),
        page=SystemPage(computed_by, GOLDEN[code], (TESTS, OF_CELLS), cases=CASES.get(code, ())),
    )


SYSTEMS = (
    _statistic(
        "proportion-interval",
        N_("Interval of a proportion"),
        fields.PROPORTION,
        fields.LIMITS,
        "intervals:judge_proportion",
    ),
    _statistic(
        "poisson-interval",
        N_("Interval of a rate"),
        fields.RATE,
        fields.OF_RATE,
        "intervals:judge_rate",
    ),
    _statistic(
        "newcombe",
        N_("Newcombe's interval of a difference between two proportions"),
        fields.DIFFERENCE,
        fields.OF_DIFFERENCE,
        "intervals:judge_difference",
    ),
    _statistic(
        "direct-rate",
        N_("Directly standardized rate"),
        fields.DIRECT,
        fields.OF_DIRECT,
        "standardized:judge_direct",
    ),
    _statistic(
        "detection-ratio",
        N_("Standardized detection ratio"),
        fields.DETECTION,
        fields.OF_DETECTION,
        "standardized:judge_ratio",
    ),
    _statistic(
        "funnel",
        N_("Limits of a funnel plot"),
        fields.FUNNEL,
        fields.OF_FUNNEL,
        "funnels:judge_funnel",
    ),
)
