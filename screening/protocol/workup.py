"""Work-up of a positive exam: kinds of procedure, results, complications, and staging."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from screening.protocol.facts import DoneProcedure
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


def tissue_sampling(code: str, label: str, department: str) -> ProcedureKind:
    """Return a kind that takes tissue and counts as no resection."""
    return ProcedureKind(code, label, department, is_tissue=True, is_invasive=True)


def resection(code: str, label: str, department: str) -> ProcedureKind:
    """Return a kind that removes what it examines."""
    return ProcedureKind(
        code, label, department, is_tissue=True, is_resection=True, is_invasive=True
    )


def nothing_implied(details: Payload) -> ProcedureResult | None:
    """Imply nothing: for a definition whose details say nothing of the result."""
    return None


def no_procedure_checks(done: DoneProcedure) -> Iterable[Problem]:
    """Find nothing: for a definition whose procedures need no check across their values."""
    return ()


@dataclass(frozen=True)
class ProcedureDetails:
    """What a program records of its procedures beside the result: a cytology, a needle's target.

    A field may be shown by the `kind` of the procedure. `implied_result` is what the details say
    of the result where nobody typed one; `checks` finds what a procedure cannot be, or hardly is.
    """

    fields: tuple[Field, ...] = ()
    implied_result: Callable[[Payload], ProcedureResult | None] = nothing_implied
    checks: Callable[[DoneProcedure], Iterable[Problem]] = no_procedure_checks

    def problems(self, done: DoneProcedure) -> list[Problem]:
        """List every refused and every unlikely value."""
        return [*check_payload(self.fields, done.details), *self.checks(done)]


NO_DETAILS = ProcedureDetails()


@dataclass(frozen=True)
class Stage:
    """A stage group with its edition; where no group is defined, `note` says why."""

    edition: str
    group: str | None
    note: str = ""


@dataclass(frozen=True)
class Tnm:
    """T, N and M with their edition, and what else a stage group may depend on; None: not known.

    `ages` are the least and the greatest completed age at diagnosis that the birth date allows.
    """

    edition: str | None = None
    t: str | None = None
    n: str | None = None
    m: str | None = None
    morphology: str | None = None
    ages: tuple[int, int] | None = None

    @property
    def is_blank(self) -> bool:
        """None of the three is known."""
        return not (self.t or self.n or self.m)

    @property
    def letters(self) -> tuple[str, str, str]:
        """The three values, blank where one is not known."""
        return self.t or "", self.n or "", self.m or ""


@dataclass(frozen=True)
class Staging:
    """How a program's cancers are staged: values of T, N and M per edition, and the group.

    `stage` raises ClinicalInputError for a value that the edition does not have.
    """

    editions: tuple[str, ...]
    default_edition: str
    values: Callable[[str], tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
    stage: Callable[[Tnm], Stage]
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

    def meaning(self, markers: Payload) -> Iterable[Sentence]:
        """Return what the values mean together; one that cannot be means nothing."""
        refused = {
            problem.field
            for problem in check_payload(self.fields, markers)
            if not problem.is_question
        }
        return self.say({code: value for code, value in markers.items() if code not in refused})


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
    details: ProcedureDetails = NO_DETAILS

    def kind(self, code: str) -> ProcedureKind:
        """Return the procedure kind with this code; KeyError names an unknown one."""
        found = {kind.code: kind for kind in self.procedures}
        return found[code]
