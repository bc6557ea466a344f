"""What the columns of the systems are called, and that they hold what the published rows hold."""

import pytest

from screening.clinical.reasons import ClinicalInputError, InvalidInput
from screening.evaluations.columns import REASONS, inputs_of, outcomes_of
from screening.evaluations.systems import all_systems, find_system
from screening.protocol.fields import FieldType
from screening.protocol.payload import UnreadableValueError, read_value
from tests.factories.golden import golden_rows

SYSTEMS = pytest.mark.parametrize("system", all_systems().values(), ids=lambda system: system.code)
# Where a row of a file is refused, the form may refuse it as well.
REFUSED = {"status": "error", "valid": "no"}
# Files also write the word for a blank.
BLANK = ("unknown",)
# Any word but none counts as a symptom, whether or not the form offers it.
FREE_WORDS = {("lung-eligibility", "symptoms")}


def rows_of(system):
    return golden_rows(system.page.golden) if system.page and system.page.golden else []


@SYSTEMS
def test_every_input_and_every_result_is_described(system):
    assert [field.code for field in inputs_of(system)] == list(system.inputs)
    described = [field.code for field in outcomes_of(system)]
    assert described == [name for name in system.results if name != REASONS]
    for field in (*inputs_of(system), *outcomes_of(system)):
        assert field.label
        assert bool(field.choices) == (field.type in (FieldType.CHOICE, FieldType.CHOICES))


@SYSTEMS
def test_a_field_appears_by_answers_that_its_form_has(system):
    fields = {field.code: field for field in inputs_of(system)}
    for field in fields.values():
        if field.shown_when is not None and field.shown_when.field in fields:
            asked = fields[field.shown_when.field]
            assert set(field.shown_when.codes) <= {choice.code for choice in asked.allowed}


@SYSTEMS
def test_the_form_takes_what_the_published_rows_hold(system):
    fields = inputs_of(system)
    unread = set()
    for row in rows_of(system):
        if any(row.get(name) == text for name, text in REFUSED.items()):
            continue
        for field in fields:
            text = row.get(field.code, "")
            if text in BLANK or (system.code, field.code) in FREE_WORDS:
                continue
            try:
                read_value(field, text)
            except UnreadableValueError as error:
                unread.add(f"{field.code}: {error}")

    assert unread == set()


@SYSTEMS
def test_no_system_refuses_a_code_that_its_form_offers(system):
    refused = {}
    for field in inputs_of(system):
        for choice in field.choices:
            try:
                system.evaluate({field.code: choice.code})
            except InvalidInput as error:
                if error.column == field.code and "one of" in error.allowed:
                    refused[field.code, choice.code] = str(error)
            except ClinicalInputError:
                pass

    assert refused == {}


@SYSTEMS
def test_the_results_of_published_rows_are_codes_that_have_a_label(system):
    unknown = set()
    for row in rows_of(system):
        for field in outcomes_of(system):
            text = row.get(field.code, "")
            codes = text.split(";") if field.type is FieldType.CHOICES else [text]
            for code in filter(None, codes if field.choices else ()):
                if code.casefold() not in field.spellings:
                    unknown.add((field.code, code))

    assert unknown == set()


@SYSTEMS
def test_every_published_row_that_has_a_result_is_explained(system):
    unexplained = []
    for row in rows_of(system):
        inputs = {name: row.get(name, "") for name in system.inputs}
        try:
            system.evaluate(inputs)
        except ClinicalInputError:
            continue
        if system.explain and not all(each.in_english() for each in system.explain(inputs)):
            unexplained.append(row)

    assert unexplained == []


def test_an_unknown_code_finds_no_system():
    assert find_system("no-such-system") is None
