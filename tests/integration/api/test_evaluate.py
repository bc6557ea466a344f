"""Rows through published systems, as programs send and get them."""

import pytest

from screening.evaluations.systems import all_systems
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.golden import golden_rows
from tests.integration.api.conftest import bare, person_of

NODULE = {
    "finding": "part_solid",
    "status": "new",
    "mean_diameter_mm": 9,
    "solid_component_mm": 6.2,
}
LUNG_RADS = "/api/v1/evaluate/lung-rads-v2022"


def test_one_row_is_answered_by_one_row(clinic):
    response = clinic.post(LUNG_RADS, json={"id": 7, **NODULE})

    assert response.status_code == 200
    row = response.json
    assert {name: row[name] for name in ("id", *NODULE)} == {"id": 7, **NODULE}
    assert (row["nodule_category"], row["report_code"], row["error"]) == ("4B", "4B", "")
    assert row["reasons"].startswith("Part-solid, solid part 6.2 mm >= 4 mm, new: 4B")


def test_a_list_is_answered_by_a_list_and_a_bad_row_spoils_no_other(clinic):
    rows = [NODULE, {"finding": "solid", "status": "baseline"}, {**NODULE, "finding": "stone"}]

    good, missing, unknown = clinic.post(LUNG_RADS, json=rows).json

    assert good["error"] == ""
    assert missing["error"] == "mean_diameter_mm is needed here and is not known"
    assert missing["nodule_category"] == ""
    assert unknown["error"].startswith("finding is stone; it is one of solid, part_solid")


def test_what_exists_to_say_that_there_is_no_result_says_so(clinic):
    row = clinic.post("/api/v1/evaluate/brock", json={"age": 60}).json

    assert (row["status"], row["percent"]) == ("error", "")


def test_values_are_texts_numbers_yes_and_no_and_lists(clinic):
    row = {"finding": "solid", "status": "baseline", "mean_diameter_mm": 6.0,
           "suspicious_features": ["spiculation", "lymphadenopathy"],
           "benign_after_workup": False, "volume_mm3": None, "s_finding": ""}  # fmt: skip

    answer = clinic.post(LUNG_RADS, json=row).json

    assert (answer["nodule_category"], answer["error"]) == ("4X", "")


def test_results_that_were_sent_are_written_over(clinic):
    answer = clinic.post(LUNG_RADS, json={**NODULE, "report_code": "1", "error": "old"}).json

    assert (answer["report_code"], answer["error"]) == ("4B", "")


@pytest.mark.parametrize("code", ["plcom2012", "tnm-lung-9", "newcombe"])
def test_published_rows_come_out_as_published(clinic, code):
    system = all_systems()[code]
    rows = golden_rows(system.page.golden)[:20]

    answers = clinic.post(f"/api/v1/evaluate/{code}", json=rows).json

    exact = {"stage_group", "defined", "ge_1p51", "status"} & set(system.results)
    for row, answer in zip(rows, answers, strict=True):
        assert {name: answer[name] for name in exact} == {name: row[name] for name in exact}


def test_the_columns_are_those_of_the_console(clinic):
    system = all_systems()["brock"]

    row = clinic.post("/api/v1/evaluate/brock", json={"age": 60}).json

    assert set(system.results) <= set(row)


def test_what_is_wrong_is_said_in_the_language_of_the_user(site, program):
    user = person_of(Role.CLINICIAN, [site])
    user.locale = "zh_Hans_CN"
    clinic = program(user)

    answer = clinic.post(LUNG_RADS, json={"finding": "solid", "status": "baseline"}).json

    assert answer["error"]
    assert clinic.get("/api/v1/nothing").json["title"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("[1]", "Row 1 is not an object of columns"),
        ('"text"', "Row 1 is not an object of columns"),
        ('{"finding": {"a": 1}}', "finding is neither a text nor a number"),
        ('{"a": 1}', "No column is an input of lung-rads-v2022; its inputs are: exam, finding"),
        ("[" + ",".join(["{}"] * 1001) + "]", "Send 1000 rows at most; these are 1001"),
    ],
)
def test_what_is_no_row_is_refused_with_what_would_be_right(clinic, body, says):
    response = clinic.post(LUNG_RADS, data=body, content_type="application/json")

    assert response.status_code == 400
    assert says in response.json["detail"]
    assert response.json["errors"][0]["message"] == response.json["detail"]


@pytest.mark.parametrize("body", ["{", "", "\x00", "[" * 100_000])
def test_what_is_no_json_is_refused(clinic, body):
    response = clinic.post(LUNG_RADS, data=body, content_type="application/json")

    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


def test_a_form_is_no_json(clinic):
    assert clinic.post(LUNG_RADS, data={"finding": "solid"}).status_code == 415


def test_an_empty_list_has_no_rows(clinic):
    assert clinic.post(LUNG_RADS, json=[]).json == []


def test_an_unknown_system_names_those_that_there_are(clinic):
    response = clinic.post("/api/v1/evaluate/no-such", json={})

    assert response.status_code == 404
    assert "lung-rads-v2022" in response.json["detail"]


def test_every_system_is_listed_with_its_columns(clinic):
    systems = {each["code"]: each for each in clinic.get("/api/v1/evaluate").json["systems"]}

    assert list(systems) == list(all_systems())
    brock = systems["brock"]
    assert [column["name"] for column in brock["inputs"]] == list(all_systems()["brock"].inputs)
    size = next(each for each in brock["inputs"] if each["name"] == "nodule_size_mm")
    assert (size["unit"], size["minimum"], size["maximum"]) == ("mm", 3, 30)
    assert clinic.get("/api/v1/evaluate/brock").json == brock


def test_a_session_needs_the_token_of_its_pages_to_post(client, site):
    sign_in(client, make_user(Role.CLINICIAN, [site]))

    refused = client.post(LUNG_RADS, json=NODULE, has_token=False)
    assert refused.status_code == 400
    assert refused.json["errors"][0]["name"] == "X-CSRFToken"
    assert client.post(LUNG_RADS, json=NODULE).json["report_code"] == "4B"


def test_a_token_that_is_none_does_not_spare_a_session_the_token_of_its_pages(client, site):
    sign_in(client, make_user(Role.CLINICIAN, [site]))
    forged = {"Authorization": "Bearer nonsense"}

    assert client.post(LUNG_RADS, json=NODULE, headers=forged, has_token=False).status_code == 400


def test_rows_of_the_console_and_of_programs_have_the_same_results(clinic):
    rows = golden_rows("lungrads_vectors.csv")
    system = all_systems()["lung-rads-v2022"]
    answers = clinic.post(LUNG_RADS, json=rows).json

    for row, answer in zip(rows, answers, strict=True):
        assert {name: answer[name] for name in system.results if name != "reasons"} == {
            name: row[name] for name in system.results if name != "reasons"
        }


def test_nobody_evaluates_without_saying_who_asks(app, site):
    assert bare(app).post(LUNG_RADS, json=NODULE).status_code == 401
