"""The page of figures, as a manager reads it, on both databases."""

import csv
import io
from datetime import date, timedelta

import pytest

from screening.clock import today
from screening.enrollments.rules import Outcome
from screening.exams.rules import Purpose
from screening.security.permissions import Role
from tests.integration.indicators.pages import FIGURES, links, manager, shown, table

# Four reports, and a snapshot of everyone at the end of each of the years.
BUDGET = 45


@pytest.fixture
def found(cohort):
    """Of two persons of HQ, one has a cancer found in the first round and came back; NB has one."""
    ill, well = cohort.add_person(name="Ill"), cohort.add_person(name="Well")
    exam = cohort.add_exam(ill, category="T", resulted_on=date(2020, 3, 6))
    cohort.add_cancer(ill, date(2020, 4, 1), stage_group="I")
    cohort.add_outcome(exam, Outcome.CANCER, date(2020, 4, 1))
    cohort.add_exam(well)
    cohort.add_exam(well, date(2021, 3, 2), purpose=Purpose.ANNUAL)
    north = cohort.sites[1]
    cohort.add_exam(cohort.add_person(name="Far", site=north), site_id=north.id)
    return cohort


@pytest.fixture
def desk(client, found):
    return manager(client, found.sites)


def get(desk, query="", **kwargs):
    return desk.get(f"{FIGURES}{query}", query_budget=BUDGET, **kwargs)


def test_the_detection_rate_stands_with_numerator_denominator_and_interval(desk):
    text = shown(get(desk))

    # 1 of 3 persons, 1 cancer of 4 exams; Wilson's limits of 1/3 and 1/4.
    assert "Cancer detection rate 33.3 % 1 / 3 persons with cancer / screened" in text
    assert "6.1-79.2 % (95 %, Wilson)" in text
    assert "Per exam 25.0 % 1 / 4 cancers / exams" in text
    assert "4.6-69.9 % (95 %, Wilson)" in text


def test_prevalent_and_incident_rounds_stand_apart_over_the_years(desk):
    response = get(desk)

    assert "Prevalent round 33.3 % 1 / 3" in shown(response)
    assert "Incident rounds 0.00 % 0 / 1" in shown(response)
    head, prevalent, incident = table(response, 0)
    assert head == ["Round", "2020", "2021"]
    assert prevalent == ["Prevalent round", "33.3 % 1 / 3 6.1-79.2 %", "-"]
    assert incident[:2] == ["Incident rounds", "-"]
    assert incident[2].startswith("0.00 % 0 / 1")


def test_the_measure_stands_by_site_and_year(desk):
    head, hq, north = table(get(desk), 1)

    assert head == ["Site", "2020", "2021"]
    assert hq[0] == "Main"
    assert hq[1].startswith("50.0 % 1 / 2")
    assert hq[2].startswith("0.00 % 0 / 1")
    assert north[0] == "North"
    assert north[1].startswith("0.00 % 0 / 1")
    assert north[2] == "-"


def test_what_is_pending_is_shown_and_bounds_the_rate(desk):
    # On the last day of 2020 the two negative exams of the year wait for their window to end.
    text = shown(get(desk, "?as_of=2020-12-31"))

    assert "Still pending 2 exams whose follow-up is not complete" in text
    assert "pending: 1" in text
    assert "could reach" not in text
    # Before the result nobody knows: the positive one may still be a cancer.
    text = shown(get(desk, "?as_of=2020-03-10"))
    assert "Cancer detection rate 0.00 % 0 / 3" in text
    assert "Provisional: could reach 33.3 %" in text


def test_a_day_in_the_past_shows_what_was_known_then(desk):
    text = shown(get(desk, "?as_of=2020-03-31"))

    assert "As known on 2020-03-31" in text
    assert "Cancer detection rate 0.00 % 0 / 3" in text


def test_the_period_is_that_of_the_exam(desk):
    text = shown(get(desk, "?since=2021-01-01&until=2021-12-31"))

    assert "Cancer detection rate 0.00 % 0 / 1" in text


def test_a_manager_sees_the_figures_of_the_own_sites_alone(client, found):
    desk = manager(client, [found.sites[1]])

    response = get(desk)

    assert "Cancer detection rate 0.00 % 0 / 1" in shown(response)
    assert "Main" not in [row[0] for row in table(response, 1)]


def test_every_measure_stands_with_its_definition(desk):
    rows = {row[0].split(".")[0]: row for row in table(get(desk), 3)}

    sensitivity = next(row for title, row in rows.items() if title.startswith("Sensitivity"))
    # The cancer's exam was positive, and the two negative ones of 2020 are complete without one.
    assert sensitivity[1:3] == ["1 / 1", "100.0 %"]
    own = next(row for title, row in rows.items() if title.startswith("Tissue share"))
    assert "Exams of category T, of exams with a result" in own[0]
    assert own[1:3] == ["1 / 4", "25.0 %"]


def test_a_measure_of_time_is_shown_in_days_by_the_same_groups(desk):
    response = get(desk, "?measure=days_to_result&by=site&and_by=")

    assert "Days from exam to result by year" in shown(response)
    _, prevalent, _ = table(response, 0)
    # Of 2020 two results came on the day of the exam and one after four days; none is awaited.
    assert prevalent[1].startswith("0 days 3 / 0")
    head, hq, _ = table(response, 1)
    assert [each.strip(" ↑") for each in head] == [
        "Site", "Counted", "Still waiting", "Median", "95 % interval", "Pending exams",
    ]  # fmt: skip
    assert hq[:4] == ["Main", "3", "0", "0 days"]
    assert response.get_data(as_text=True).count("<svg") == 2


def test_the_groups_are_sorted_by_a_press_on_a_header_and_back_by_another(desk):
    asked = "?by=site&and_by=&measure=positive_rate"
    response = get(desk, asked)
    assert [row[0] for row in table(response, 1)[1:]] == ["Main", "North"]

    (by_value,) = links(response, "Value")
    rising = desk.get(by_value, query_budget=BUDGET)
    (again,) = links(rising, "Value ↑")
    falling = desk.get(again, query_budget=BUDGET)

    assert [row[0] for row in table(rising, 1)[1:]] == ["North", "Main"]
    assert [row[0] for row in table(falling, 1)[1:]] == ["Main", "North"]
    assert "by=site" in again
    assert "measure=positive_rate" in again


def test_groups_by_one_way_and_by_none(desk):
    by_site, by_none = get(desk, "?by=site&and_by="), get(desk, "?by=&and_by=")

    assert table(by_site, 1)[1][0] == "Main"
    assert table(by_none, 1)[1][0].startswith("Cancer detection rate")


def test_a_measure_without_exams_says_that_it_has_no_round(desk):
    for measure in ("coverage", "participation", "eligible_share"):
        response = get(desk, f"?measure={measure}&by=round&and_by=year")

        assert "Group it another way" in shown(response)
        assert table(response, 0)[0] == ["", "2020", "2021"]


def test_many_periods_stand_from_top_to_bottom(desk, found):
    for months in range(14):
        found.add_exam(found.add_person(), date(2022 + months // 12, months % 12 + 1, 5))

    response = get(desk, "?by=month&and_by=sex")

    assert table(response, 1)[0] == ["Month", "Female"]
    assert len(table(response, 1)) == 1 + 2 + 14


def test_the_filters_stay_in_the_address_of_the_file_and_of_the_persons(desk):
    asked = "?since=2020-01-01&as_of=2022-01-01&by=sex&and_by="
    response = get(desk, asked)

    (file,) = links(response, "Download CSV d")
    persons = links(response, "3")[0]
    for kept in ("since=2020-01-01", "as_of=2022-01-01", "by=sex", "and_by="):
        assert kept in file
        assert kept in persons


def test_the_file_holds_all_measures_by_the_groups_and_runs_nothing_in_a_spreadsheet(desk, found):
    found.add_exam(found.add_person(district='=HYPERLINK("x")'))

    response = desk.get(f"{FIGURES}/download?by=district&and_by=", query_budget=BUDGET)

    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(response.get_data(as_text=True).lstrip("\ufeff"))))
    assert {row["district"] for row in rows} == {"East", '\'=HYPERLINK("x")'}
    (rate,) = (
        row for row in rows if row["district"] == "East" and row["measure"] == "detection_rate"
    )
    assert (rate["numerator"], rate["denominator"]) == ("1", "3")


def test_a_program_without_exams_says_so_and_shows_no_figure(client, cohort):
    desk = manager(client, cohort.sites)

    response = get(desk)

    assert "No screening exam counts in this period at your sites." in shown(response)
    assert "%" not in shown(response)
    assert desk.get(f"{FIGURES}/download").status_code == 200


def test_someone_without_a_site_sees_no_figures(client, found):
    assert "No screening exam counts" in shown(get(manager(client, [])))


def test_the_place_for_figures_leads_to_the_program_that_screens_most(desk):
    response = desk.get("/figures")

    assert (response.status_code, response.location) == (303, FIGURES)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.ADMIN])
def test_only_managers_see_figures(client, found, role):
    desk = manager(client, found.sites, role)

    for path in ("", "/download", "/persons?measure=detection_rate&part=numerator"):
        assert desk.get(f"{FIGURES}{path}").status_code == 403


def test_an_unknown_program_is_not_there(desk):
    assert desk.get("/figures/unknown").status_code == 404
    assert desk.get("/figures/unknown/download").status_code == 404


NO_SENSE = {
    "since=2024-05-05&until=2023-01-01": "Enter a day not before the first",
    "since=abc": "Enter a date like 2024-03-05",
    "until=2024-02-30": "Enter a date like 2024-03-05",
    "as_of=0001-01-01": "Enter a day since 1900",
    "measure=unknown": "Choose one of the list",
    "measure=": "Choose one of the list",
    "by=unknown": "Choose one of the list",
    "and_by=site%00": "The request could not be read",
}


@pytest.mark.parametrize("path", ["", "/download"])
def test_filters_that_make_no_sense_are_refused_with_what_to_do(desk, path):
    for query, message in NO_SENSE.items():
        response = desk.get(f"{FIGURES}{path}?{query}")

        assert response.status_code == 400
        assert message in shown(response)
        assert "33.3 %" not in shown(response)


def test_nothing_is_known_of_days_to_come(desk):
    tomorrow = today() + timedelta(days=1)

    response = get(desk, f"?as_of={tomorrow}")

    assert response.status_code == 400
    assert "Enter today or an earlier day" in shown(response)


MEANINGLESS = (
    "?program=x", "?_scheme=x", "?_method=x&_anchor=y", "?sort=-unknown", "?sort=%F0%9F%98%80",
    "?by=site&by=year", "?page=-1", "?" + "x" * 4000,
)  # fmt: skip


def test_arguments_that_mean_nothing_change_nothing(desk):
    for query in MEANINGLESS:
        response = get(desk, query)

        assert response.status_code == 200
        assert "Cancer detection rate 33.3 % 1 / 3" in shown(response)
