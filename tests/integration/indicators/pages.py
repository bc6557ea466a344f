"""What a manager sees: signing in, the text of a page, its tables and the links in them."""

import re
from html import unescape

from html5lib import parse

from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.page_checks import text_of

FIGURES = "/figures/scan"


def manager(client, sites, role=Role.MANAGER):
    """Sign a manager of these sites in, and return the browser."""
    sign_in(client, make_user(role, sites))
    return client


def shown(response):
    """Return the visible text of a page with single spaces and plain ones in numbers."""
    return _plain(text_of(_root(response)))


def table(response, number):
    """Return a table of the page as rows of texts."""
    found = list(_root(response).iter("table"))[number]
    return [[_plain(text_of(cell)) for cell in row if cell.tag in ("td", "th")]
            for row in found.iter("tr")]  # fmt: skip


def links(response, text):
    """Return where the links with this text lead, in the order of the page."""
    return [a.get("href") for a in _root(response).iter("a") if _plain(text_of(a)) == text]


def names(response):
    """Return the persons of a list, nobody where there is none."""
    assert response.status_code == 200
    has_list = any(True for _ in _root(response).iter("table"))
    return [row[0] for row in table(response, 0)[1:]] if has_list else []


def _root(response):
    return parse(response.get_data(as_text=True), namespaceHTMLElements=False)


def _plain(text):
    return re.sub(r"\s+", " ", unescape(text).replace("\N{EN DASH}", "-")).strip()
