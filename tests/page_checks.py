"""What every HTML answer of the program must be, whatever it shows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from html5lib import HTMLParser
from html5lib.html5parser import ParseError

DATA_SCRIPTS = {"application/json", "application/ld+json"}
UNLABELLED_TYPES = {"hidden", "submit", "button", "image", "reset"}
CONTROLS = ("input", "select", "textarea")


def check_page(html: str) -> None:
    """Refuse a page, or the part of one, that breaks a rule; every broken rule is named."""
    root = _parsed(html)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    broken = [
        *_repeated_ids(elements),
        *_unlabelled_controls(root, elements),
        *_inline_code(elements),
        *_forms_without_token(elements),
        *_pictures_without_text(elements),
    ]
    if root.tag == "html":
        broken += _wrong_headings(root)
    assert not broken, "\n".join(broken)


def text_of(element: Element) -> str:
    """Return the text that a reader sees, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def _parsed(html: str) -> Element:
    parser = HTMLParser(strict=True, namespaceHTMLElements=False)
    is_whole = html.lstrip().lower().startswith("<!doctype")
    try:
        root: Element = parser.parse(html) if is_whole else parser.parseFragment(html)
    except ParseError as error:
        (line, _), code, values = parser.errors[-1]
        shown = html.splitlines()[line - 1].strip() if html else ""
        raise AssertionError(f"not HTML: {code} {values} near line {line}: {shown}") from error
    return root


def _wrong_headings(root: Element) -> Iterator[str]:
    headings = [text_of(heading) for heading in root.iter("h1")]
    title = next((text_of(element) for element in root.iter("title")), "")
    if len(headings) != 1:
        yield f"the page has {len(headings)} h1: {headings}"
    elif not headings[0] or not title.startswith(headings[0]):
        yield f"the title {title!r} does not start with the heading {headings[0]!r}"
    if not root.get("lang"):
        yield "the page does not say its language"


def _repeated_ids(elements: Iterable[Element]) -> Iterator[str]:
    counted = Counter(element.get("id") for element in elements if element.get("id") is not None)
    for name, times in counted.items():
        if times > 1:
            yield f"the id {name} stands {times} times"
        if not name or " " in name:
            yield f"the id {name!r} is empty or has a space"


def _unlabelled_controls(root: Element, elements: Iterable[Element]) -> Iterator[str]:
    elements = list(elements)
    targets = {element.get("for") for element in elements if element.tag == "label"}
    wrapped = {id(inner) for label in root.iter("label") for inner in label.iter()}
    ids = {element.get("id") for element in elements}
    for target in targets - {None}:
        if target not in ids:
            yield f"a label is for {target}, which is not there"
    for element in elements:
        if element.tag not in CONTROLS or element.get("type") in UNLABELLED_TYPES:
            continue
        is_named = element.get("aria-label") or element.get("aria-labelledby")
        if not (is_named or id(element) in wrapped or element.get("id") in targets):
            yield f"no label for {element.tag} {element.get('name')}"


def _inline_code(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        for name in element.attrib:
            if str(name) == "style" or str(name).startswith("on"):
                yield f"inline {name} at {element.tag}"
        if element.tag == "style":
            yield "inline style sheet"
        is_data = element.get("type") in DATA_SCRIPTS
        if element.tag == "script" and element.get("src") is None and not is_data:
            yield "inline script"


def _forms_without_token(elements: Iterable[Element]) -> Iterator[str]:
    for form in elements:
        if form.tag != "form" or (form.get("method") or "get").lower() != "post":
            continue
        if not any(field.get("name") == "csrf_token" for field in form.iter("input")):
            yield f"the form to {form.get('action')} carries no token"


def _pictures_without_text(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        if element.tag == "img" and element.get("alt") is None:
            yield f"no text for the picture {element.get('src')}"
