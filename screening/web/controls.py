"""How form controls are written by the macros: kind, classes, attributes, unit."""

from collections.abc import Mapping

from flask import Flask
from wtforms import BooleanField, Field, HiddenField, SelectField, SelectMultipleField

from screening.web.forms import typed_text

TEXT_CLASS = "form-control form-control-sm"
SELECT_CLASS = "form-select form-select-sm"


def init_controls(app: Flask) -> None:
    """Give the macros of templates/components/forms.html what they ask."""
    app.jinja_env.globals.update(
        control_kind=control_kind,
        control_class=control_class,
        control_attributes=control_attributes,
        unit_of=unit_of,
        shown_when=shown_when,
        typed_text=typed_text,
    )


def control_kind(field: Field) -> str:
    """Return which macro writes the field."""
    if isinstance(field, HiddenField):
        return "hidden"
    if isinstance(field, BooleanField):
        return "checkbox"
    return "list" if isinstance(field, SelectMultipleField) else "control"


def control_class(field: Field) -> str:
    """Return the classes of a control; one with an error shows it."""
    base = SELECT_CLASS if isinstance(field, SelectField) else TEXT_CLASS
    return f"{base} is-invalid" if field.errors else base


def control_attributes(
    field: Field, described_by: str, attributes: Mapping[str, object]
) -> dict[str, object]:
    """Return the attributes of a control beside its classes; the unit stands behind it instead."""
    own = {name: value for name, value in (field.render_kw or {}).items() if _is_written(name)}
    found: dict[str, object] = {"data-unit": False, "data-when": False, "data-needed": False}
    found |= own | dict(attributes)
    if described_by:
        found["aria-describedby"] = described_by
    if field.errors:
        found["aria-invalid"] = "true"
    return found


def _is_written(name: str) -> bool:
    return name not in ("data-unit", "data-when", "data-needed")


def unit_of(field: Field) -> str:
    """Return the unit shown behind a control."""
    return str((field.render_kw or {}).get("data-unit", ""))


def shown_when(field: Field) -> str:
    """Return the condition `field=code code` under which the control is shown, if there is one."""
    return str((field.render_kw or {}).get("data-when", ""))
