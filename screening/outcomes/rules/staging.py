"""The stage group of a cancer: what T, N and M give, and what of them the edition does not have."""

from dataclasses import dataclass

from screening.clinical.reasons import ClinicalInputError
from screening.protocol.wording import N_, Problem, Sentence
from screening.protocol.workup import Staging, Tnm


@dataclass(frozen=True)
class StageReading:
    """What T, N and M come to; without a group, `note` or `problems` may say why."""

    group: str | None = None
    note: str = ""
    problems: tuple[Problem, ...] = ()


def read_stage(staging: Staging, tnm: Tnm) -> StageReading:
    """Return the stage group of T, N and M, None where they do not suffice or none is defined."""
    if tnm.is_blank:
        return StageReading()
    problems = _unknown_values(staging, tnm)
    if problems:
        return StageReading(problems=tuple(problems))
    try:
        stage = staging.stage(tnm)
    except ClinicalInputError:  # every value is one of the edition's: one that is needed is blank
        return StageReading(note=N_("T, N and M do not suffice for a stage group yet"))
    return StageReading(stage.group, stage.note)


def _unknown_values(staging: Staging, tnm: Tnm) -> list[Problem]:
    if tnm.edition not in staging.editions:
        return [unknown_edition(staging)]
    typed = {"t": tnm.t, "n": tnm.n, "m": tnm.m}
    problems = []
    for (field, value), allowed in zip(typed.items(), staging.values(tnm.edition), strict=True):
        if value and value not in allowed:
            text = N_("“{value}” is no {column} of edition {edition}; choose one of: {allowed}")
            shown = {
                "value": value,
                "column": field.upper(),
                "edition": tnm.edition,
                "allowed": ", ".join(allowed),
            }
            problems.append(Problem(field, Sentence(text, shown)))
    return problems


def unknown_edition(staging: Staging) -> Problem:
    """Ask for an edition that the program has."""
    allowed = ", ".join(staging.editions)
    return Problem(
        "edition", Sentence(N_("Choose the TNM edition: {allowed}"), {"allowed": allowed})
    )
