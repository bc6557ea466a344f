"""What other programs send, read into rows, reports and parts of lists."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.api.rules import read_part, read_rows, read_texts, read_wanted
from screening.indicators.rules import Dimension
from screening.protocol.errors import RefusedInputError

SIMPLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
NAMES = st.text(max_size=3)
JSON = st.recursive(
    SIMPLE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (6.2, "6.2"),
        (60, "60"),
        (1e-7, "1e-07"),
        (" solid ", "solid"),
        (["a", "b"], "a;b"),
        ([], ""),
    ],
)
def test_a_value_is_the_text_that_a_file_would_hold(value, text):
    assert read_texts({"x": value}, 1) == {"x": text}


@given(JSON)
def test_whatever_is_sent_is_rows_or_refused(body):
    with suppress(RefusedInputError):
        for row in read_rows(body):
            assert all(isinstance(text, str) for text in read_texts(row, 1).values())


def test_a_thousand_rows_are_taken_and_no_more():
    assert len(read_rows([{}] * 1000)) == 1000
    with pytest.raises(RefusedInputError):
        read_rows([{}] * 1001)


def test_a_report_is_asked_for_as_the_console_is():
    wanted = read_wanted(
        {"program": "p", "from": "2024-01-01", "to": "2024-01-31", "by": "year, site,year"}, ["p"]
    )

    assert (wanted.since, wanted.until, wanted.as_of) == (date(2024, 1, 1), date(2024, 1, 31), None)
    assert wanted.by == (Dimension.YEAR, Dimension.SITE)


def test_without_arguments_a_list_begins_at_its_beginning():
    part = read_part({})

    assert (part.after, part.limit) == (None, 50)


@pytest.mark.parametrize("text", ["0", "-1", "201", "99999999999", "1.5", "٣", ""])
def test_a_list_has_a_size_that_makes_sense(text):
    with pytest.raises(RefusedInputError):
        read_part({"limit": text})
