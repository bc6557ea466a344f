"""Answers to fields: read from text, checked, and carried to and from stored JSON."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from screening.protocol.fields import (
    UNKNOWN,
    Field,
    FieldType,
    Limits,
    Payload,
    Value,
    field_named,
)
from screening.protocol.wording import N_, Problem, Sentence, listed

# No measure comes near; a number such as 1E+999999 would keep the server busy for hours.
MOST_DIGITS = 15
LONGEST_TEXT = 4000
YES_NO_SPELLINGS = {
    "yes": "yes", "y": "yes", "1": "yes", "true": "yes", "是": "yes", "有": "yes",
    "no": "no", "n": "no", "0": "no", "false": "no", "否": "no", "无": "no",
    "unknown": UNKNOWN, "不详": UNKNOWN,
}  # fmt: skip


class UnreadableValueError(ValueError):
    """Text that the field cannot hold; `sentence` says what would be right."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.in_english())
        self.sentence = sentence


def read_value(field: Field, text: str) -> Value | None:
    """Return the typed value of `text`, None for a blank; raise UnreadableValueError otherwise."""
    text = text.strip()
    if not text or text in field.unknowns:
        return None
    return READERS[field.type](field, text)


def _read_integer(field: Field, text: str) -> int:
    number = _read_decimal(field, text)
    if number != number.to_integral_value():
        raise UnreadableValueError(Sentence(N_("“{text}” is not a whole number"), {"text": text}))
    return int(number)


def _read_decimal(field: Field, text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number.adjusted() > MOST_DIGITS:
        message = N_("“{text}” is not a number; enter a number with a decimal point")
        raise UnreadableValueError(Sentence(message, {"text": text}))
    return number


def _read_choice(field: Field, text: str) -> str:
    code = field.spellings.get(text.casefold()) or field.otherwise
    if not code:
        allowed = ", ".join(choice.code for choice in field.allowed)
        message = N_("“{text}” is not one of: {allowed}")
        raise UnreadableValueError(Sentence(message, {"text": text, "allowed": allowed}))
    return code


def _read_choices(field: Field, text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in text.replace(",", ";").split(";"))
    return tuple(_read_choice(field, part) for part in parts if part)


def _read_yes_no(field: Field, text: str) -> str:
    answer = YES_NO_SPELLINGS.get(text.casefold())
    if answer is None:
        raise UnreadableValueError(
            Sentence(N_("“{text}” is not yes, no or unknown"), {"text": text})
        )
    return answer


def _read_date(field: Field, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = N_("“{text}” is not a date; write it like 2024-03-05")
        raise UnreadableValueError(Sentence(message, {"text": text})) from None


def _read_text(field: Field, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        message = N_("Shorten this to {count} characters")
        raise UnreadableValueError(Sentence(message, {"count": LONGEST_TEXT}))
    return text


READERS: dict[FieldType, Callable[[Field, str], Value]] = {
    FieldType.INTEGER: _read_integer,
    FieldType.DECIMAL: _read_decimal,
    FieldType.CHOICE: _read_choice,
    FieldType.CHOICES: _read_choices,
    FieldType.YES_NO: _read_yes_no,
    FieldType.DATE: _read_date,
    FieldType.TEXT: _read_text,
}


def read_payload(
    fields: Sequence[Field], texts: Mapping[str, str]
) -> tuple[dict[str, Value], list[Problem]]:
    """Read every field that `texts` names by any of its names; blanks are left out."""
    payload: dict[str, Value] = {}
    problems: list[Problem] = []
    for field in fields:
        text = _text_of(field, texts)
        try:
            value = read_value(field, text)
        except UnreadableValueError as error:
            problems.append(Problem(field.code, error.sentence))
            continue
        if value is not None:
            payload[field.code] = value
    return payload, problems


def _text_of(field: Field, texts: Mapping[str, str]) -> str:
    for name in field.names:
        if texts.get(name):
            return field.in_own_unit(name, texts[name])
    return ""


def check_payload(fields: Sequence[Field], payload: Payload) -> list[Problem]:
    """List missing required answers and numbers outside their limits, in the fields' order."""
    problems: list[Problem] = []
    for field in fields:
        value = payload.get(field.code)
        if value is None:
            if field.is_required and field.applies(payload):
                problems.append(_missing(field))
        elif isinstance(value, int | Decimal):
            problems.extend(_check_limits(field, Decimal(value)))
    return problems


def _missing(field: Field) -> Problem:
    message = (
        N_("Enter “{label}”, or say that it is not known")
        if UNKNOWN in field.codes
        else N_("Enter “{label}”")
    )
    return Problem(field.code, Sentence(message, {"label": field.label}))


def _check_limits(field: Field, value: Decimal) -> list[Problem]:
    limits = field.limits
    shown = {"value": value, "unit": field.unit, "low": limits.minimum, "high": limits.maximum}
    if _is_below(limits, value):
        text = (
            N_("{value} {unit} is too small; it must be more than {low} {unit}")
            if limits.minimum_is_open
            else N_("{value} {unit} is too small; it must be at least {low} {unit}")
        )
        return [Problem(field.code, Sentence(text, shown))]
    if limits.maximum is not None and value > limits.maximum:
        text = N_("{value} {unit} is impossible here; it must be at most {high} {unit}")
        return [Problem(field.code, Sentence(text, shown))]
    return _question(field, value)


def _is_below(limits: Limits, value: Decimal) -> bool:
    if limits.minimum is None:
        return False
    return value <= limits.minimum if limits.minimum_is_open else value < limits.minimum


def _question(field: Field, value: Decimal) -> list[Problem]:
    low, high = field.limits.unlikely_below, field.limits.unlikely_above
    if (low is not None and value < low) or (high is not None and value > high):
        message = N_("{value} {unit} is unusual; confirm it or correct it")
        sentence = Sentence(message, {"value": value, "unit": field.unit})
        return [Problem(field.code, sentence, is_question=True)]
    return []


def check_past(fields: Sequence[Field], payload: Payload, today: date) -> list[Problem]:
    """Refuse the days that are still to come."""
    message = N_("Enter a date that is not in the future: today is {today}")
    days = {field.code: payload.get(field.code) for field in fields}
    return [
        Problem(code, Sentence(message, {"today": today}))
        for code, day in days.items()
        if isinstance(day, date) and day > today
    ]


def needless_problem(fields: Sequence[Field], field: Field) -> Problem:
    """Return what is wrong with an answer to a field that another answer rules out."""
    if field.shown_when is None:
        raise ValueError(f"{field.code} always applies")
    other = field_named(fields, field.shown_when.field)
    wanted = [each.label for each in other.allowed if each.code in field.shown_when.codes]
    message = N_("This is asked only where “{other}” is: {wanted}; leave it blank or correct that")
    values = {"other": Sentence(other.label), "wanted": listed(wanted)}
    return Problem(field.code, Sentence(message, values))


def write_value(value: Value | None) -> str:
    """Return the text that `read_value` reads back as `value`."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ";".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def to_json(payload: Payload) -> dict[str, object]:
    """Return the payload as JSON values; numbers and dates are kept as their exact text."""
    return {code: _json_value(value) for code, value in payload.items() if value is not None}


def _json_value(value: Value) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, int) else write_value(value)


def from_json(fields: Sequence[Field], stored: Mapping[str, object]) -> dict[str, Value]:
    """Return the typed payload of stored JSON; codes that the definition lost are left out."""
    payload: dict[str, Value] = {}
    for field in fields:
        kept = stored.get(field.code)
        if kept is None:
            continue
        value = _kept_value(field, kept)
        if value is not None:
            payload[field.code] = value
    return payload


def _kept_value(field: Field, kept: object) -> Value | None:
    """Return a stored value typed again; None where the definition does not know it any more."""
    if isinstance(kept, str) and kept in field.codes:
        return kept
    if isinstance(kept, int) and field.type is FieldType.INTEGER:
        return kept
    text = ";".join(kept) if isinstance(kept, list) else str(kept)
    try:
        return read_value(field, text)
    except UnreadableValueError:
        return None
