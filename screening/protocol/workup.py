"""Work-up of a positive exam: kinds of procedure, results, complications, and staging."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from screening.protocol.fields import Choice, Field, Payload
from screening.protocol.payload import check_payload
from screening.protocol.tumors import Tumor
from screening.protocol.wording import Problem, Sentence


class ProcedureResult(StrEnum):
    """What a procedure found; a non-diagnostic result never closes a case."""

    BENIGN = "benign"
    MALIGNANT = "malignant"
    INDETERMINATE = "indeterminate"
    NON_DIAGNOSTIC = "non_diagnostic"


@dataclass(frozen=True)
class ProcedureKind:
    """One kind of work-up act and the department that does it.

    `is_tissue` counts for the biopsy measures, `is_resection` for benign surgery,
    `is_invasive` for invasive procedures.
    """

    code: str
    label: str
    department: str
    is_tissue: bool = False
    is_resection: bool = False
    is_invasive: bool = False


@dataclass(frozen=True)
class Stage:
    """A stage group with its edition; where no group is defined, `note` says why."""

    edition: str
    group: str | None
    note: str = ""


@dataclass(frozen=True)
class Staging:
    """How a program's cancers are staged: values of T, N and M per edition, and the group.

    `stage` raises ClinicalInputError for a value that the edition does not have.
    """

    editions: tuple[str, ...]
    default_edition: str
    values: Callable[[str], tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
    stage: Callable[[str, str, str, str], Stage]
    early_groups: tuple[str, ...]
    stage_i_groups: tuple[str, ...]
    groups: tuple[str, ...]


def nothing_said(markers: Payload) -> Iterable[Sentence]:
    """Say nothing: for a definition whose markers mean what was typed."""
    return ()


def no_tumor_checks(tumor: Tumor) -> Iterable[Problem]:
    """Find nothing: for a definition whose cancers need no check across their values."""
    return ()


@dataclass(frozen=True)
class Markers:
    """What a program records of its cancers beside codes and stage: receptors, nodes, a grade.

    `say` puts into words what the values mean together; `checks` finds what a cancer cannot be,
    or hardly is, across all that is known of it.
    """

    fields: tuple[Field, ...] = ()
    say: Callable[[Payload], Iterable[Sentence]] = nothing_said
    checks: Callable[[Tumor], Iterable[Problem]] = no_tumor_checks

    def problems(self, tumor: Tumor) -> list[Problem]:
        """List every refused and every unlikely value."""
        return [*check_payload(self.fields, tumor.markers), *self.checks(tumor)]


NO_MARKERS = Markers()


@dataclass(frozen=True)
class Workup:
    """A program's procedures, complications and cancer codes."""

    procedures: tuple[ProcedureKind, ...]
    complications: tuple[Choice, ...]
    topographies: tuple[Choice, ...]
    morphologies: tuple[Choice, ...]
    staging: Staging
    markers: Markers = NO_MARKERS

    def kind(self, code: str) -> ProcedureKind:
        """Return the procedure kind with this code; KeyError names an unknown one."""
        found = {kind.code: kind for kind in self.procedures}
        return found[code]
