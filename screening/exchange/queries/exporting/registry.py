"""The export of every kind of file."""

from collections.abc import Callable, Iterator

from screening.exchange.queries.exporting.exams import (
    export_cancers,
    export_exams,
    export_findings,
    export_outcomes,
    export_procedures,
)
from screening.exchange.queries.exporting.people import (
    export_assessments,
    export_deaths,
    export_enrollments,
    export_participants,
)
from screening.exchange.queries.exporting.shared import Extract, Texts

EXPORTS: dict[str, Callable[[Extract], Iterator[Texts]]] = {
    "participants": export_participants,
    "assessments": export_assessments,
    "enrollments": export_enrollments,
    "exams": export_exams,
    "findings": export_findings,
    "procedures": export_procedures,
    "cancers": export_cancers,
    "outcomes": export_outcomes,
    "deaths": export_deaths,
}
