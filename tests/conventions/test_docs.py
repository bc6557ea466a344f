"""The generated pages of documentation are those of the code as it is."""

import pytest

from screening.cli.docs import PAGES
from tests.conventions.sources import name_of


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_generated_page_is_up_to_date(path):
    assert path.read_text(encoding="utf-8") == PAGES[path](), "run `screening docs`"
