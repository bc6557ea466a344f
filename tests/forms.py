"""What a browser would send of a form on a page."""

from xml.etree.ElementTree import Element

from html5lib import HTMLParser

UNSENT_TYPES = {"submit", "button", "reset", "image", "file"}
CHECKED_TYPES = {"checkbox", "radio"}


def values_of(html: str) -> dict[str, list[str]]:
    """Return the values of a page's largest form, as they are sent if nothing is typed."""
    root = HTMLParser(namespaceHTMLElements=False).parse(html)
    form = max(root.iter("form"), key=lambda form: len(list(form.iter())))
    unborn = {id(inner) for template in form.iter("template") for inner in template.iter()}
    values: dict[str, list[str]] = {}
    for control in form.iter():
        if id(control) in unborn:
            continue
        name = control.get("name")
        if name and control.get("disabled") is None:
            values.setdefault(name, []).extend(_sent(control))
    return {name: sent for name, sent in values.items() if sent}


def _sent(control: Element) -> list[str]:
    if control.tag == "textarea":
        return [control.text or ""]
    if control.tag == "select":
        return _chosen(control)
    kind = control.get("type", "text")
    if control.tag != "input" or kind in UNSENT_TYPES:
        return []
    if kind in CHECKED_TYPES:
        return [control.get("value", "on")] if control.get("checked") is not None else []
    return [control.get("value", "")]


def _chosen(select: Element) -> list[str]:
    options = list(select.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    if not chosen and options and select.get("multiple") is None:
        chosen = options[:1]
    return [option.get("value", option.text or "") for option in chosen]
