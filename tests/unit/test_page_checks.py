"""The checks of pages find what they are there to find."""

import pytest

from tests.page_checks import check_page

PAGE = (
    '<!doctype html><html lang="en"><head><title>{title}</title></head>'
    "<body><h1>Work</h1>{body}</body></html>"
)


def page(body="", title="Work - Screening"):
    return PAGE.format(title=title, body=body)


def test_a_sound_page_passes():
    check_page(
        page(
            '<form method="post"><input type="hidden" name="csrf_token" value="x">'
            '<label for="a">A</label><input id="a" name="a">'
            "<label>B <select name='b'><option>1</option></select></label>"
            '<input aria-label="C" name="c"><button>Save</button></form>'
            '<svg viewBox="0 0 1 1" role="img"><title>Chart</title><path d="M0 0"/></svg>'
        )
    )


def test_a_part_of_a_page_needs_no_heading():
    check_page("<ul><li>One</li></ul>")


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page("<p><div></div></p>"), "not HTML"),
        (page("<p>a</b></p>"), "not HTML"),
        ("<td>stray</td>", "not HTML"),
        (page("<h1>Second</h1>"), "2 h1"),
        (page(title="Other"), "does not start with the heading"),
        (page("<p id='a'></p><p id='a'></p>"), "the id a stands 2 times"),
        (page("<p id='a b'></p>"), "has a space"),
        (page("<input name='x'>"), "no label for input x"),
        (page("<textarea name='x'></textarea>"), "no label for textarea x"),
        (page("<label for='gone'>A</label>"), "which is not there"),
        (page("<p style='color:red'>a</p>"), "inline style at p"),
        (page("<button onclick='x()'>a</button>"), "inline onclick at button"),
        (page("<script>x()</script>"), "inline script"),
        (page("<form method='post' action='/x'></form>"), "carries no token"),
        (page("<img src='/x.png'>"), "no text for the picture"),
        (page().replace(' lang="en"', ""), "does not say its language"),
    ],
)
def test_each_fault_is_named(html, reason):
    with pytest.raises(AssertionError, match=reason):
        check_page(html)
