"""What a reader sees of a page."""

import re
from html import unescape

from werkzeug.test import TestResponse


def shown(response: TestResponse) -> str:
    """Return the visible text of an answer with single spaces."""
    text = re.sub(r"<[^>]+>", " ", response.get_data(as_text=True))
    return " ".join(unescape(text).split())
