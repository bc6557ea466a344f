"""Which changes replace something recorded, and so need a reason."""

from decimal import Decimal

import pytest

from screening.audit.diff import overwrites


@pytest.mark.parametrize(
    ("before", "after", "is_replaced"),
    [
        ({"result": None}, {"result": "benign"}, False),
        ({"comment": ""}, {"comment": "seen"}, False),
        ({"result": "benign"}, {"result": "malignant"}, True),
        ({"result": "benign"}, {"result": None}, True),
        ({"size_mm": Decimal("12.50")}, {"size_mm": Decimal("12.50")}, False),
        ({"count": 0}, {"count": 1}, True),
    ],
)
def test_only_what_was_recorded_can_be_replaced(before, after, is_replaced):
    assert overwrites(before, after) is is_replaced
