"""The site of an exam: its next accession number, its system, and that it knows the person."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from screening.accounts.models import Site
from screening.accounts.queries import system_in_use
from screening.database.engine import db
from screening.exams.models import Exam
from screening.exams.queries import list_taken_accessions
from screening.exams.rules.entry import ExamEntry
from screening.exams.rules.marks import with_system
from screening.exams.rules.numbers import accession_prefix, next_accession_no, tidy_accession_no
from screening.participants.actions import register_at_site
from screening.participants.queries import is_at_sites
from screening.programs import get_program
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor, Scope


def settle_accession_no(exam: Exam, entry: ExamEntry, *, by: Actor, at: datetime) -> ExamEntry:
    """Return the entry with its accession number: the one typed, else the site's next one.

    The site's row is locked: two numbers proposed in the same second would be equal.
    """
    site = db.session.scalar(select(Site).where(Site.id == entry.site_id).with_for_update())
    is_kept = site is not None and site.id == exam.site_id
    if site is None or not (is_kept or by.scope.includes(site.id)):
        raise RefusedInputError("site_id", N_("Choose one of your sites"))
    number = tidy_accession_no(entry.accession_no)
    if not number:
        prefix = accession_prefix(site.code, at.astimezone().date())
        number = next_accession_no(prefix, list_taken_accessions(site.id, prefix))
    return replace(entry, accession_no=number)


def settle_system(entry: ExamEntry, program: str) -> ExamEntry:
    """Return the entry with its category system: the one typed, else the one its site chose."""
    return with_system(entry, get_program(program), system_in_use(entry.site_id, program))


def register_examined(exam: Exam, *, by: Actor, at: datetime) -> None:
    """Let the site that examines someone know the person, under its next number."""
    person = exam.enrollment.participant
    if not is_at_sites(Scope(frozenset({exam.site_id})), person.public_id):
        register_at_site(person.public_id, site_id=exam.site_id, registration_no=None, by=by, at=at)
