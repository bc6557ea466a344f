"""The form of an exam: what it reads, where it puts problems, what its buttons do."""

from datetime import date
from decimal import Decimal

import pytest

from screening.exams.forms import ExamForm, Offered, differing
from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.entry import ExamEntry, ReaderView
from screening.programs import get_program
from screening.protocol.wording import Problem, Sentence
from tests.integration.exams.conftest import PROGRAM, SOLID_7, typed

LESIONS = (("1", "1: seen before"), ("2", "2: new lesion"), ("3", "3: new lesion"))
NEW = ExamEntry("", 1, "ldct", Purpose.BASELINE, ExamStatus.PERFORMED, date(2024, 3, 5))
STORED = ExamEntry(
    "CT-9", 1, "ldct", Purpose.ANNUAL, ExamStatus.PARTIAL, date(2024, 3, 5),
    details={"ctdi_vol_mgy": Decimal("1.2"), "s_finding": ("emphysema", "liver_lesion")},
    findings=(SOLID_7,), view=ReaderView("4A", "S", "sharp"), comment="late",
)  # fmt: skip


@pytest.fixture
def make(app, site):
    """Return a maker of the form as it is sent with these fields, or (None) shown first."""

    def make_form(sent=None, entry=NEW, **offered):
        sites = [(str(site.id), "HQ Site HQ"), ("1", "first")]
        choices = Offered(get_program(PROGRAM), sites, **{"lesions": LESIONS, **offered})
        method = "GET" if sent is None else "POST"
        with app.test_request_context(method=method, data=sent):
            form = ExamForm(choices, entry)
            form.rows()
        return form

    return make_form


@pytest.fixture
def request_context(app):
    with app.test_request_context(method="POST"):
        yield


def question(field, text="sure?"):
    return Problem(field, Sentence(text), is_question=True)


def test_what_is_sent_is_read_as_an_entry(make, site):
    form = make(typed(site, **{"technique-ctdi_vol_mgy": "1.2", "details-emphysema": "mild"}))

    entry, unread = form.read()

    assert unread == []
    assert (entry.accession_no, entry.site_id) == ("CT-1", site.id)
    assert (entry.status, entry.view) == (ExamStatus.PERFORMED, None)
    assert entry.details == {"ctdi_vol_mgy": Decimal("1.2"), "emphysema": "mild"}
    assert entry.findings == (SOLID_7,)


def test_a_stored_exam_comes_back_from_its_form_unchanged(make):
    entry, unread = make(entry=STORED).read()

    assert unread == []
    assert entry == STORED


def test_answers_that_do_not_apply_are_left_out(make, site):
    sent = typed(site, **{"findings-0-solid_component_mm": "3", "findings-0-cyst_type": "x"})

    [finding] = make(sent).read()[0].findings

    assert finding == SOLID_7


def test_blank_blocks_and_a_picked_lesion_alone_are_no_findings(make, site):
    sent = typed(site) | {"findings-1-finding": "", "findings-1-lesion_no": "2"}

    assert len(make(sent).read()[0].findings) == 1


def test_what_cannot_be_read_is_named_by_the_place_among_the_findings(make, site, request_context):
    sent = typed(site) | {"findings-1-comment": "", "findings-4-finding": "cyst"}
    sent |= {"findings-4-long_mm": "wide", "technique-pitch": "steep"}
    form = make(sent)

    entry, unread = form.read()
    form.show(unread)

    assert [problem.field for problem in unread] == ["pitch", "findings-1-long_mm"]
    assert len(entry.findings) == 2
    errors = {error.id: error.label for error in form.all_errors()}
    assert errors == {
        "findings-4-long_mm": "Finding 3, Long axis",
        "technique-pitch": "Pitch",
    }


def test_a_question_blocks_until_just_this_value_is_confirmed(app, make, site):
    form = make(typed(site))
    for confirmed, is_blocked in ((None, True), ("8", True), ("7", False)):
        data = typed(site)
        if confirmed:
            data["confirm-findings-0-long_mm"] = confirmed
        with app.test_request_context(method="POST", data=data):
            assert form.show([question("findings-0-long_mm")]) is is_blocked
    assert form.questions == ["sure?"]


def test_the_first_error_of_a_field_stands_alone(make, site, request_context):
    form = make(typed(site))

    form.show([Problem("performed_on", Sentence("first")), Problem("performed_on", Sentence("x"))])

    assert [error.text for error in form.all_errors()] == ["first"]


def test_a_date_that_cannot_be_read_says_how_to_write_it(app, site):
    choices = Offered(get_program(PROGRAM), [(str(site.id), "HQ")])
    data = typed(site, performed_on="5.3.24")
    with app.test_request_context(method="POST", data=data):
        form = ExamForm(choices, NEW)
        is_valid = form.is_valid()

    assert not is_valid
    assert form.exam.performed_on.errors == ["Write the date like 2024-03-05"]


def keys(form):
    return [(block.key, block.number) for block in form.findings]


def test_buttons_add_and_remove_blocks_and_keep_what_is_typed(make, site):
    two = typed(site) | {"findings-3-finding": "cyst"}

    assert keys(make({**two, "act": "add"})) == [(0, 1), (3, 2), (4, 3)]
    removed = make({**two, "act": "remove-0"})
    assert keys(removed) == [(3, 1)]
    assert removed.read()[0].findings == ({"finding": "cyst"},)
    assert not removed.is_saving


def test_a_place_to_type_is_always_left(make, site):
    assert keys(make()) == [(0, 1)]
    assert keys(make({**typed(site), "act": "remove-0"})) == [(0, 1)]


def test_nothing_seen_replaces_the_findings_by_one_press(make, site):
    form = make({**typed(site), "act": "nothing"})

    assert form.read()[0].findings == ({"finding": "none"},)


def test_on_a_first_exam_each_new_block_is_a_new_lesion(make, site):
    form = make({**typed(site), "act": "add"}, is_first=True)
    later = make({**typed(site), "act": "add"}, is_first=False)

    assert [str(block["lesion_no"].data) for block in form.findings] == ["1", "2"]
    assert not later.findings[-1]["lesion_no"].data


def test_only_the_button_that_saves_saves(make, site):
    assert make(typed(site)).is_saving
    assert not make({**typed(site), "act": "preview"}).is_saving
    assert not make().is_saving


def test_an_appointment_has_no_status_and_no_findings_to_type(make, site):
    sent = {"site_id": str(site.id), "modality": "ldct", "purpose": "annual"}
    sent |= {"scheduled_on": "2024-04-02", "category": "4A"}

    entry, _unread = make(sent, booked_as=ExamStatus.SCHEDULED).read()

    assert (entry.status, entry.scheduled_on) == (ExamStatus.SCHEDULED, date(2024, 4, 2))
    assert (entry.performed_on, entry.view, entry.findings) == (None, None, ())


def test_a_category_that_the_review_decided_is_not_read_from_the_form(make, site):
    sent = typed(site, category="4A")

    assert make(sent).read()[0].view == ReaderView("4A")
    assert make(sent, is_decided=True).read()[0].view is None


def test_two_versions_differ_where_their_answers_read_differently(make, site):
    saved = make(entry=STORED).rows()
    mine = make(entry=STORED).rows() | {"comment": ("Comment", "early")}

    assert differing(saved, mine) == [("Comment", "late", "early")]
    assert saved["category"] == ("Category of the reader", "4A Suspicious")
    assert saved["1-long_mm"] == ("Finding 1, Long axis", "7")
    assert saved["details-s_finding"][1] == "Emphysema, Liver lesion"
