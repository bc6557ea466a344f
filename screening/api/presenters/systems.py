"""Systems with their columns, and evaluated rows, as JSON in the language of the request."""

from collections.abc import Mapping

from screening.api.rules import JsonRow, read_texts
from screening.evaluations.columns import REASONS, inputs_of, outcomes_of
from screening.evaluations.rows import ERROR, evaluate_row
from screening.evaluations.wording import sentence_of
from screening.protocol.fields import Field, FieldType
from screening.protocol.systems import BulkSystem, Texts
from screening.web.locale import say

Json = dict[str, object]


def present_system(system: BulkSystem) -> Json:
    """Return a system with its columns."""
    return {
        "code": system.code,
        "title": say(system.title),
        "inputs": [_column(field) for field in inputs_of(system)],
        "results": [
            *(_column(field) for field in outcomes_of(system)),
            {"name": REASONS, "type": FieldType.TEXT.value},
            {"name": ERROR, "type": FieldType.TEXT.value},
        ],
    }


def _column(field: Field) -> Json:
    """Return what there is to know of a column; what it has none of is left out."""
    limits = field.limits
    column: Json = {"name": field.code, "label": say(field.label), "type": field.type.value}
    if field.unit:
        column["unit"] = say(field.unit)
    if field.hint:
        column["hint"] = say(field.hint)
    if field.choices:
        column["codes"] = {choice.code: say(choice.label) for choice in field.choices}
    if limits.minimum is not None:
        column["minimum"] = float(limits.minimum)
    if limits.maximum is not None:
        column["maximum"] = float(limits.maximum)
    return column


def present_row(system: BulkSystem, row: JsonRow, number: int) -> Json:
    """Return a row as it came, with the results of a system, its reasons, and its error."""
    texts = read_texts(row, number)
    inputs = {name: texts[name] for name in system.inputs if name in texts}
    return {**row, **_results(system, inputs)}


def _results(system: BulkSystem, inputs: Texts) -> Mapping[str, str]:
    blank = dict.fromkeys((*system.results, ERROR), "")
    evaluated = evaluate_row(system, inputs)
    if evaluated.error is not None:
        return {**blank, **evaluated.results, ERROR: say(sentence_of(evaluated.error))}
    results = {**blank, **evaluated.results}
    if system.explain is not None:
        results[REASONS] = "; ".join(say(reason) for reason in system.explain(inputs))
    return results
