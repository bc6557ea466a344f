"""Two clinicians who decide on one case in the same second: one decision stands, one is refused."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from screening.cases import actions
from screening.cases.queries import get_case
from screening.clock import now
from screening.database.engine import db
from screening.exams.rules.entry import ReaderView
from screening.protocol.errors import NewerChangeError
from tests.factories.accounts import actor_for


def test_of_two_decisions_in_the_same_second_one_stands(app, case, clinician, colleague):
    public_id, version = case.public_id, case.version
    actors = [actor_for(clinician), actor_for(colleague)]
    db.session.rollback()
    both_have_read = Barrier(2)

    def decide(actor, category):
        with app.app_context():
            read = get_case(actor.scope, public_id)
            both_have_read.wait(timeout=20)
            view = ReaderView(category, "", "seen")
            try:
                actions.override(read, view, expected_version=version, by=actor, at=now())
            except NewerChangeError:
                return None
            finally:
                db.session.remove()
            return category

    with ThreadPoolExecutor() as pool:
        outcomes = list(pool.map(decide, actors, ["4A", "4X"]))

    (stands,) = [category for category in outcomes if category is not None]
    found = get_case(actors[0].scope, public_id)
    assert found.exam.category == stands
    assert [decision.kind.value for decision in found.decisions] == ["opened", "overridden"]
    assert len(found.exam.readings) == 2
