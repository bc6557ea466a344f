"""Events in words: no act without a sentence, and codes that mean one thing here, another there."""

import re

import pytest

from screening.audit.presenters import say_action, say_field, say_record, say_value
from screening.audit.queries import list_entities
from tests.conventions.sources import python_files
from tests.factories.accounts import make_site
from tests.factories.worlds import make_world

TAG = re.compile(r'"([a-z]+:[a-z-]+:[a-z-]+)"')


def test_every_act_that_is_written_down_reads_as_a_sentence(app):
    tags = {tag for path in python_files() for tag in TAG.findall(path.read_text())}

    with app.test_request_context():
        assert "accounts:session:open" in tags
        assert sorted(tag for tag in tags if say_action(tag) == tag) == []


def test_every_kind_of_record_has_a_name(app):
    make_world(make_site(), "Anna Li")

    with app.test_request_context():
        assert sorted(name for name in list_entities() if say_record(name) == name) == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("status", "new", "New"),
        ("laterality", "L", "Left side"),
        ("sex", "M", "Male"),
        ("verdict", "no", "Not eligible"),
        ("copd", "no", "No"),
        ("is_positive", True, "Yes"),
        ("kind", "pet_ct", "PET-CT"),
        ("location", "RUL", "Right upper lobe"),
        ("category", ["4B", ""], "4B"),
        ("payload", {"status": "new", "lobe": "LLL"}, "Change: Newly seen; Lobe: Left lower lobe"),
        ("reader", "Dr. Li", "Dr. Li"),
        ("height_cm", "170", "170 cm"),
        ("payload", {"long_mm": "10"}, "Long axis: 10 mm"),
        ("height_cm", None, ""),
    ],
)
def test_a_code_is_named_by_the_field_that_it_stands_in(app, name, value, words):
    with app.test_request_context():
        assert say_value(name, value) == words


def test_an_answer_within_a_record_is_called_as_its_form_calls_it(app):
    with app.test_request_context():
        assert (say_field("status"), say_field("status", is_answer=True)) == ("Status", "Change")
        assert say_field("finding:2") == "Finding 2"


def test_chinese_sets_its_own_colons_and_semicolons(app):
    colon, semicolon = "\N{FULLWIDTH COLON}", "\N{FULLWIDTH SEMICOLON}"

    with app.test_request_context(headers={"Accept-Language": "zh-CN"}):
        said = say_value("payload", {"status": "new", "lobe": "LLL"})

    assert said == f"变化{colon}新发{semicolon}肺叶{colon}左肺下叶"
