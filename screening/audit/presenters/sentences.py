"""Events in words: one sentence a tag, one label a field; what is not listed reads as its code."""

from functools import cache

from screening.audit.models import AuditEvent
from screening.programs import all_programs
from screening.protocol.fields import Field
from screening.protocol.wording import N_, Sentence
from screening.security.actor import SYSTEM
from screening.web.locale import say

ACTIONS = {
    "participants:record:register": N_("Registered the person"),
    "participants:record:open": N_("Looked at the record"),
    "participants:record:change": N_("Changed the details"),
    "participants:record:void": N_("Voided the person"),
    "participants:record:import": N_("Imported the person"),
    "participants:history:open": N_("Looked at the history"),
    "participants:national-id:reveal": N_("Looked at the national number"),
    "participants:registration:add": N_("Registered the person at a site"),
    "participants:death:record": N_("Recorded the death"),
    "participants:death:correct": N_("Corrected the death"),
    "enrollments:enrollment:open": N_("Put the person into a program"),
    "enrollments:enrollment:judge": N_("Judged the eligibility"),
    "enrollments:enrollment:enroll": N_("Recorded the consent and enrolled"),
    "enrollments:enrollment:exit": N_("Ended the enrollment"),
    "enrollments:enrollment:suspend": N_("Paused the calls"),
    "enrollments:enrollment:resume": N_("Took up the calls again"),
    "enrollments:enrollment:return": N_("Brought back into the program"),
    "enrollments:enrollment:correct": N_("Corrected the enrollment"),
    "enrollments:enrollment:void": N_("Voided the enrollment"),
    "enrollments:assessment:record": N_("Recorded a questionnaire"),
    "enrollments:assessment:correct": N_("Corrected a questionnaire"),
    "enrollments:assessment:void": N_("Voided a questionnaire"),
    "enrollments:record:open": N_("Looked at an enrollment"),
    "exams:exam:book": N_("Booked an exam"),
    "exams:exam:rebook": N_("Changed an appointment"),
    "exams:exam:log": N_("Logged an exam"),
    "exams:exam:correct": N_("Corrected an exam"),
    "exams:exam:move": N_("Changed the status of an exam"),
    "exams:exam:void": N_("Voided an exam"),
    "exams:exam:open": N_("Looked at an exam"),
    "exams:entry:open": N_("Looked at an exam's form"),
    "exams:result:open": N_("Looked at a result letter"),
    "exams:exam:import": N_("Imported an exam"),
    "exams:reading:give": N_("Read an exam"),
    "cases:case:open": N_("Looked at a case"),
    "cases:case:opened": N_("Opened a case"),
    "cases:case:assigned": N_("Took a case"),
    "cases:case:agreed": N_("Agreed with the recommendation"),
    "cases:case:overridden": N_("Decided otherwise than recommended"),
    "cases:case:closed": N_("Closed a case"),
    "cases:case:reopened": N_("Reopened a case"),
    "cases:case:withdrawn": N_("Withdrew a case"),
    "cases:procedure:open": N_("Looked at a procedure"),
    "cases:procedure:record": N_("Added a procedure"),
    "cases:procedure:correct": N_("Corrected a procedure"),
    "cases:procedure:void": N_("Voided a procedure"),
    "outcomes:cancer:open": N_("Looked at a cancer"),
    "outcomes:cancer:record": N_("Recorded a cancer"),
    "outcomes:cancer:correct": N_("Corrected a cancer"),
    "outcomes:cancer:void": N_("Voided a cancer"),
    "outcomes:cancer:attribute": N_("Attributed a cancer to an exam"),
}

IMPORTED = {
    "participants:registration:import": N_("Imported a registration"),
    "enrollments:enrollment:import": N_("Imported an enrollment"),
    "enrollments:assessment:import": N_("Imported a questionnaire"),
    "enrollments:outcome:import": N_("Imported the outcome of a round"),
    "exams:finding:import": N_("Imported a finding"),
    "cases:procedure:import": N_("Imported a procedure"),
    "outcomes:cancer:import": N_("Imported a cancer"),
    "participants:record:undo": N_("Took back what was imported of the person"),
    "participants:registration:undo": N_("Took back an imported registration"),
    "enrollments:enrollment:undo": N_("Took back what was imported of an enrollment"),
    "enrollments:assessment:undo": N_("Took back an imported questionnaire"),
    "enrollments:outcome:undo": N_("Took back the imported outcome of a round"),
    "exams:exam:undo": N_("Took back what was imported of an exam"),
    "exams:finding:undo": N_("Took back an imported finding"),
    "cases:procedure:undo": N_("Took back an imported procedure"),
    "outcomes:cancer:undo": N_("Took back an imported cancer"),
    "exchange:import:check": N_("Uploaded a file"),
    "exchange:import:apply": N_("Imported a file"),
    "exchange:import:cancel": N_("Gave up an import"),
    "exchange:import:stop": N_("Stopped an import"),
    "exchange:import:download": N_("Fetched the refused rows of a file"),
    "exchange:import:undo": N_("Took an import back"),
    "exchange:export:write": N_("Exported a table"),
    "exchange:export:stop": N_("Stopped an export"),
    "exchange:export:download": N_("Fetched an exported table"),
}

FIELDS = {
    "name": N_("Name"),
    "sex": N_("Sex"),
    "birth_date": N_("Birth date"),
    "national_id": N_("National number"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "district": N_("District"),
    "language": N_("Language of letters"),
    "site": N_("Site"),
    "site_id": N_("Site"),
    "registration_no": N_("Registration number"),
    "died_on": N_("Date of death"),
    "cause": N_("Cause of death"),
    "status": N_("Status"),
    "source": N_("Source"),
    "invited_on": N_("Invited on"),
    "consent_on": N_("Consent given on"),
    "enrolled_on": N_("Enrolled on"),
    "exited_on": N_("Left on"),
    "exit_reason": N_("Why left"),
    "hold_until": N_("Paused until"),
    "hold_reason": N_("Why paused"),
    "assessed_on": N_("Assessed on"),
    "verdict": N_("Verdict"),
    "category": N_("Category"),
    "accession_no": N_("Accession number"),
    "performed_on": N_("Performed on"),
    "scheduled_on": N_("Booked for"),
    "modality": N_("Modality"),
    "purpose": N_("Purpose"),
    "diagnosed_on": N_("Diagnosed on"),
    "kind": N_("Kind"),
    "result": N_("Result"),
    "comment": N_("Comment"),
}

VALUES = {
    "invited": N_("Invited"),
    "assessed": N_("Assessed, not decided"),
    "eligible": N_("Eligible"),
    "ineligible": N_("Not eligible"),
    "enrolled": N_("Enrolled"),
    "active": N_("Active"),
    "suspended": N_("Paused"),
    "exited": N_("Left"),
    "general_survey": N_("General survey"),
    "referral": N_("Referral"),
    "health_check": N_("Health check"),
    "self": N_("On their own"),
    "diagnosed": N_("Diagnosed"),
    "withdrew": N_("Withdrew or declined"),
    "aged_out": N_("Too old for the program"),
    "moved": N_("Moved away"),
    "died": N_("Died"),
    "lost": N_("Lost to follow-up"),
    "yes": N_("Yes"),
    "no": N_("No"),
    "unknown": N_("Not known"),
    "insufficient_data": N_("Not enough data"),
}


REASONS = {
    "death": N_("The death was recorded"),
    "diagnosed": N_("The diagnosis was recorded"),
    "diagnosis voided": N_("The diagnosis was voided"),
}
DETAIL, FINDING = "detail:", "finding:"


@cache
def _program_fields() -> dict[str, Field]:
    """Return the fields of every program by code; the first program that has a code names it."""
    fields = (
        field
        for program in reversed(all_programs())
        for field in (
            *program.exam.finding.fields,
            *program.exam.technique,
            *program.exam.details,
            *program.questionnaire.fields,
        )
    )
    return {field.code: field for field in fields}


def say_action(tag: str) -> str:
    """Return what was done, in the language of the page."""
    return say(ACTIONS.get(tag) or IMPORTED.get(tag, tag))


def say_actor(event: AuditEvent) -> str:
    """Return who did it; what follows from a change by itself is done by the service."""
    return say(N_("The service itself")) if event.actor_role == SYSTEM.role else event.actor_name


def say_reason(event: AuditEvent) -> str:
    """Return why it was done: what a person typed, or what the service says."""
    reason = event.reason or ""
    return say(REASONS.get(reason, reason)) if event.actor_role == SYSTEM.role else reason


def say_field(name: str) -> str:
    """Return what a field is called, in the language of the page."""
    if name.startswith(FINDING):
        number = name.removeprefix(FINDING)
        return say(Sentence(N_("Finding {number}"), {"number": number}))
    code = name.removeprefix(DETAIL)
    known = _program_fields().get(code)
    return say(FIELDS.get(code) or (known.label if known else name))


def say_value(name: str, value: object) -> str:
    """Return a field's value in words; of several values each."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(say_value(name, item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{say_field(key)}: {say_value(key, item)}" for key, item in value.items())
    text = str(value)
    field = _program_fields().get(name.removeprefix(DETAIL))
    labels = {choice.code: choice.label for choice in field.allowed} if field else {}
    label = labels.get(text) or VALUES.get(text)
    return say(label) if label else text
