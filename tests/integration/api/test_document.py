"""The OpenAPI document says what there is, and answers are as it says."""

import pytest

from screening.evaluations.systems import all_systems
from tests.factories.people import make_person


@pytest.fixture
def document(clinic):
    return clinic.get("/api/v1/openapi.json").json


def references(value):
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for inner in value.values():
            yield from references(inner)
    if isinstance(value, list):
        for inner in value:
            yield from references(inner)


def resolved(document, schema):
    name = schema.get("$ref", "").rpartition("/")[2]
    return document["components"]["schemas"][name] if name else schema


KINDS = {"string": str, "boolean": bool, "integer": int, "null": type(None), "object": dict}


def check(document, schema, value):
    """Hold a value against a schema, as far as the document uses schemas."""
    schema = resolved(document, schema)
    kinds = schema.get("type", "object")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if "array" in kinds:
        assert isinstance(value, list)
        for item in value:
            check(document, schema["items"], item)
        return
    assert isinstance(value, tuple(KINDS[kind] for kind in kinds)), (schema, value)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value)
        assert schema.get("additionalProperties", True) or set(value) <= set(properties)
        for name in set(value) & set(properties):
            check(document, properties[name], value[name])


def test_it_names_every_address_of_the_data_and_no_other(app, document):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")]
    served = set()
    for rule in rules:
        for method in {"GET", "POST"} & rule.methods:
            for code in all_systems() if rule.arguments else [""]:
                served.add((method.lower(), rule.rule.replace("<string:system>", code)))

    told = {(method, path) for path, item in document["paths"].items() for method in item}
    assert told == served


def test_it_is_whole(document):
    assert document["openapi"] == "3.1.0"
    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert set(references(document)) <= schemas
    names = [
        operation["operationId"]
        for item in document["paths"].values()
        for operation in item.values()
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["participants", "exams"])
def test_lists_are_as_it_says(clinic, site, document, name):
    make_person(site, "王小明", "1961")

    answer = clinic.get(f"/api/v1/{name}").json

    operation = document["paths"][f"/api/v1/{name}"]["get"]
    check(document, operation["responses"]["200"]["content"]["application/json"]["schema"], answer)


def test_systems_and_rows_are_as_it_says(clinic, document):
    for system in clinic.get("/api/v1/evaluate").json["systems"]:
        check(document, {"$ref": "#/components/schemas/System"}, system)
        code = system["code"]
        row = clinic.post(f"/api/v1/evaluate/{code}", json={system["inputs"][0]["name"]: None}).json
        check(document, {"$ref": f"#/components/schemas/{code}-result"}, row)


def test_problems_are_as_it_says(clinic, document):
    for address in ("/api/v1/nothing", "/api/v1/indicators", "/api/v1/participants?limit=0"):
        answer = clinic.get(address)
        assert answer.status_code >= 400
        check(document, {"$ref": "#/components/schemas/Problem"}, answer.json)
