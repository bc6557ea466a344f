"""Every kind of file that is imported and exported, in the order of a full load."""

from screening.exchange.tabular.columns import Kind
from screening.exchange.tabular.kinds_of_exams import EXAMS, FINDINGS
from screening.exchange.tabular.kinds_of_people import (
    ASSESSMENTS,
    DEATHS,
    ENROLLMENTS,
    PARTICIPANTS,
)
from screening.exchange.tabular.kinds_of_workup import CANCERS, OUTCOMES, PROCEDURES

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        PARTICIPANTS,
        ASSESSMENTS,
        ENROLLMENTS,
        EXAMS,
        FINDINGS,
        PROCEDURES,
        CANCERS,
        OUTCOMES,
        DEATHS,
    )
}
