"""Cases as they open by themselves: a positive exam of a new person."""

from screening.accounts.models import Site
from screening.cases.models import Case
from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.exams.models import Exam
from tests.factories.exams import make_exam, positive_category
from tests.factories.people import make_enrollment


def case_of(exam: Exam) -> Case:
    """Return the case that an exam's round opened, withdrawn or not."""
    query = db.select(Case).where(Case.episode_id == exam.episode_id)
    return db.session.scalars(query).one()


def make_case(site: Site, enrollment: Enrollment | None = None, **entry) -> Case:
    """Log a positive exam, of a new person unless an enrollment is given; return its case."""
    enrollment = enrollment or make_enrollment(site)
    category = entry.pop("category", None) or positive_category(enrollment.program)
    return case_of(make_exam(enrollment, category, **entry))
