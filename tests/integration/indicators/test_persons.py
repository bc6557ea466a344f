"""The persons behind a number: exactly those counted, and everyone who looks is written down."""

from datetime import date

import pytest
from sqlalchemy import select

from screening.audit.models import AuditEvent
from screening.clock import today
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.rules import Outcome
from screening.exams.rules import Purpose
from screening.indicators.reports import Asked, Part, definitions_of, make_report
from screening.indicators.rules import Dimension
from screening.participants.models import Participant, Registration
from screening.programs import get_program
from screening.protocol.workup import ProcedureResult
from screening.security.actor import EVERYWHERE
from tests.factories.cohorts import AT
from tests.integration.indicators.pages import FIGURES, links, manager, names, shown, table

PERSONS = f"{FIGURES}/persons"
NUMERATOR = "measure=detection_rate&part=numerator"
BUDGET = 45


@pytest.fixture
def found(cohort):
    """Ill: found in the first round; Late: after a negative one; Open: waits; Well: came twice."""
    ill, late = (
        cohort.add_person(name="Ill", invited_on=date(2020, 2, 1)),
        cohort.add_person(name="Late", district=None),
    )
    exam = cohort.add_exam(ill, category="T", resulted_on=date(2020, 3, 6))
    cohort.add_procedure(exam, "biopsy", date(2020, 3, 20), ProcedureResult.MALIGNANT)
    cohort.add_cancer(ill, date(2020, 4, 1), stage_group="I", treated_on=date(2020, 5, 1))
    cohort.add_outcome(exam, Outcome.CANCER, date(2020, 4, 1))
    cohort.add_exam(late, date(2020, 5, 4))
    cohort.add_cancer(late, date(2020, 12, 24))
    waits = cohort.add_person(name="Open", born_from=None, born_to=None, birth_precision=None)
    cohort.add_exam(waits, date(2020, 6, 1), category="T")
    well = cohort.add_person(name="Well")
    cohort.add_exam(well, date(2020, 7, 1))
    cohort.add_exam(well, date(2021, 7, 1), purpose=Purpose.ANNUAL)
    north = cohort.sites[1]
    far = cohort.add_person(name="Far", site=north, district="West")
    cohort.add_exam(far, date(2020, 8, 1), site_id=north.id)
    return cohort


@pytest.fixture
def desk(client, found):
    return manager(client, found.sites)


def get(desk, query):
    return desk.get(f"{PERSONS}?{query}")


def openings():
    query = select(AuditEvent).where(AuditEvent.entity == "indicator").order_by(AuditEvent.id)
    return list(db.session.scalars(query))


LISTS = {
    NUMERATOR: ["Ill"],
    "measure=detection_rate&part=denominator": ["Ill", "Late", "Open", "Well", "Far"],
    "measure=detection_rate&part=denominator&site=NB": ["Far"],
    "measure=detection_rate&part=denominator&round=incident": ["Well"],
    "measure=detection_rate&part=denominator&district=~": ["Late"],
    "measure=detection_rate&part=denominator&age_group=~": ["Open"],
    "measure=detection_rate&part=denominator&age_group=60-64&quarter=2020-Q3": ["Well", "Far"],
    "measure=detection_rate&part=denominator&month=2020-05&sex=F&modality=scan": ["Late"],
    "measure=exams&part=numerator": ["Ill", "Late", "Open", "Well", "Far", "Well"],
    "measure=interval_cancer_rate&part=numerator": ["Late"],
    "measure=ppv1&part=denominator&category=T": ["Ill", "Open"],
    "measure=ppv3&part=numerator": ["Ill"],
    "measure=stage_i_share&part=unknown": [],
    "measure=days_to_result&part=denominator&year=2021": ["Well"],
    "measure=days_to_diagnosis&part=open&as_of=2020-12-31": ["Open"],
    "measure=days_to_treatment&part=open&as_of=2020-04-30": ["Ill"],
    "measure=pending&part=numerator&as_of=2020-12-31": ["Late", "Open", "Well", "Far"],
    "measure=participation&part=numerator": ["Ill"],
    "measure=coverage&part=denominator&year=2021&site=NB": ["Far"],
    NUMERATOR + "&as_of=2020-03-31": [],
    NUMERATOR + "&since=2021-01-01": [],
}  # fmt: skip


def test_a_number_leads_to_exactly_its_persons(desk):
    found = {query: names(get(desk, query)) for query in LISTS}

    assert found == LISTS


def test_a_number_without_anyone_behind_it_says_so(desk):
    response = get(desk, NUMERATOR + "&since=2021-01-01")

    assert "Nobody is behind this number" in shown(response)


def every_number():
    """Every rate of the report by year and by round, and the number that its list should have."""
    for dimension in (Dimension.YEAR, Dimension.ROUND):
        report = make_report(EVERYWHERE, Asked("scan", today(), by=(dimension,)))
        for row in report.rows:
            group = f"{dimension.value}={row.group[dimension]}"
            for code in definitions_of(get_program("scan")):
                figure = row.figures.get(code)
                if figure is not None and hasattr(figure, "numerator"):
                    for part in (Part.NUMERATOR, Part.DENOMINATOR):
                        yield f"measure={code}&part={part}&{group}", getattr(figure, part.value)


def test_every_list_is_as_long_as_its_number_says(desk):
    numbers = list(every_number())

    assert sum(count for _, count in numbers) > 100
    for query, count in numbers:
        assert len(names(get(desk, query))) == count, query


def register(cohort, name):
    """Let a site know the person, as whoever enters persons does."""
    person_id = db.session.scalar(select(Participant.id).where(Participant.name == name))
    with transaction():
        db.session.add(
            Registration(
                participant_id=person_id, site_id=cohort.sites[0].id, registration_no="1",
                registered_at=AT,
            )
        )  # fmt: skip


def test_persons_are_two_presses_from_the_figures(desk, found):
    register(found, "Ill")

    figures = desk.get(FIGURES, query_budget=BUDGET)
    first = desk.get(links(figures, "1")[0])
    (person,) = links(first, "Ill")
    second = desk.get(person)

    assert names(first) == ["Ill"]
    assert second.status_code == 200
    assert "Ill" in shown(second)


def test_the_list_shows_what_was_known_of_each_on_the_day_of_report(desk):
    whole, early = get(desk, NUMERATOR), get(desk, "measure=exams&part=numerator&as_of=2020-03-05")

    assert table(whole, 0)[1] == [
        "Ill", "Female", "60", "Main", "2020-03-02", "T", "Cancer", "2020-04-01"
    ]  # fmt: skip
    # Before result, outcome and diagnosis.
    assert table(early, 0)[1][5:] == ["-", "-", "-"]


def test_whoever_looks_is_written_down_with_the_whole_figure(desk):
    get(desk, f"{NUMERATOR}&site=HQ&round=prevalent&since=2020-01-01&until=2020-12-31"
              "&as_of=2022-01-01")  # fmt: skip
    get(desk, "measure=exams&part=numerator")

    whole, plain = openings()
    assert (whole.action, whole.actor_role, whole.entity) == (
        "indicators:persons:open", "manager", "indicator",
    )  # fmt: skip
    assert whole.changes == {
        "program": "scan", "figure": "detection_rate:numerator", "since": "2020-01-01",
        "until": "2020-12-31", "as_of": "2022-01-01", "site": "HQ", "round": "prevalent",
    }  # fmt: skip
    assert plain.changes == {
        "program": "scan", "figure": "exams:numerator", "as_of": today().isoformat()
    }  # fmt: skip


def test_reading_the_figures_opens_no_record(desk):
    desk.get(FIGURES, query_budget=BUDGET)

    assert openings() == []


def test_a_manager_sees_only_persons_of_the_own_sites(client, found):
    desk = manager(client, [found.sites[1]])

    response = get(desk, "measure=detection_rate&part=denominator")

    assert names(response) == ["Far"]
    assert get(desk, f"{NUMERATOR}&site=HQ").status_code == 404


def test_the_way_back_keeps_the_filters(desk):
    response = get(desk, f"{NUMERATOR}&since=2020-01-01&by=sex&and_by=&site=HQ")

    (back,) = links(response, "Back to the figures b")
    assert back.startswith(f"{FIGURES}?")
    for kept in ("since=2020-01-01", "by=sex", "and_by=", "measure=detection_rate"):
        assert kept in back
    assert desk.get(back, query_budget=BUDGET).status_code == 200


ORDERS = {
    "name": ["Far", "Ill", "Late", "Open", "Well"],
    "-name": ["Well", "Open", "Late", "Ill", "Far"],
    "-day": ["Far", "Well", "Open", "Late", "Ill"],
    "-site": ["Far", "Ill", "Late", "Open", "Well"],
    "diagnosed": ["Ill", "Late", "Open", "Well", "Far"],
    "-diagnosed": ["Ill", "Late", "Open", "Well", "Far"],
    "outcome": ["Ill", "Late", "Open", "Well", "Far"],
    "age": ["Ill", "Late", "Well", "Far", "Open"],
    "category": ["Late", "Well", "Far", "Ill", "Open"],
    "unknown": ["Ill", "Late", "Open", "Well", "Far"],
}


def test_the_list_is_sorted_by_its_columns_and_what_is_not_known_comes_last(desk):
    everyone = "measure=detection_rate&part=denominator"

    assert {sort: names(get(desk, f"{everyone}&sort={sort}")) for sort in ORDERS} == ORDERS


def test_lists_of_enrollments_are_sorted_too(desk):
    everyone = "measure=coverage&part=denominator&as_of=2020-03-31"

    assert names(get(desk, f"{everyone}&sort=-name")) == ["Well", "Open", "Late", "Ill", "Far"]
    # A column that the list does not have leaves the order in which they were added.
    assert names(get(desk, f"{everyone}&sort=age")) == ["Ill", "Late", "Open", "Well", "Far"]


def test_a_long_list_has_pages_and_each_opening_is_written_down(desk, found):
    for number in range(60):
        found.add_exam(found.add_person(name=f"P{number:02}"), date(2022, 1, 3))

    first = get(desk, "measure=exams&part=numerator&year=2022&sort=name")
    (address,) = links(first, "Next")
    second = desk.get(address)

    assert names(first) + names(second) == [f"P{number:02}" for number in range(60)]
    assert len(openings()) == 2


NOT_THERE = (
    "measure=unknown&part=numerator",
    "part=numerator",
    "measure=detection_rate",
    "measure=detection_rate&part=unknown",
    "measure=detection_rate&part=open",
    "measure=detection_rate&part=median",
    "measure=coverage&part=open",
    "measure=coverage&part=numerator&round=prevalent",
    "measure=participation&part=numerator&category=T",
)
NO_GROUPS = (
    "site=XX", "site=~", "year=20", "year=0000", "year=~", "quarter=2024-Q9", "quarter=2024",
    "month=xx", "month=2024-13", "month=2024-1", "sex=X", "age_group=abc", "age_group=61-65",
    "age_group=60-65", "age_group=60-", "round=third", "round=~", "modality=xray", "category=9",
    "source=radio",
)  # fmt: skip


def test_what_there_is_not_is_not_found_and_not_written_down(desk):
    of_groups = [f"{NUMERATOR}&{group}" for group in NO_GROUPS]
    of_everyone = [f"measure=coverage&part=denominator&{group}" for group in NO_GROUPS]

    answers = {
        query: get(desk, query).status_code for query in (*NOT_THERE, *of_groups, *of_everyone)
    }

    assert {query: status for query, status in answers.items() if status != 404} == {}
    assert openings() == []


NO_SENSE = {
    "since=2024-05-05&until=2023-01-01": "Exams to: Enter a day not before the first",
    "as_of=soon": "As known on: Enter a date like 2024-03-05",
    "as_of=9999-12-31": "As known on: Enter today or an earlier day",
    "by=unknown": "Group by: Choose one of the list",
}


def test_a_period_that_makes_no_sense_is_refused_with_what_to_do(desk):
    for query, message in NO_SENSE.items():
        response = get(desk, f"{NUMERATOR}&{query}")

        assert response.status_code == 400
        assert message in shown(response)
    assert openings() == []
