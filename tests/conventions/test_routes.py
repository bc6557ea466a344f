"""What every route wears and how its address is written."""

import re

import pytest

import config
from screening.app import create_app
from screening.security.access import PERMISSION, PUBLIC
from screening.security.permissions import ROLE_PERMISSIONS, Permission

OPEN_TO_ALL = {
    "accounts.choose_language",
    "accounts.set_password",
    "accounts.sign_in",
    "health.show_health",
}
UNTYPED = re.compile(r"<[^:<>]+>")
ADDRESS = re.compile(r"/(?:[a-z0-9]+(?:[-.][a-z0-9]+)*(?:/[a-z0-9]+(?:[-.][a-z0-9]+)*)*)?/?")
SAFE = {"GET", "HEAD", "OPTIONS"}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    folder = tmp_path_factory.mktemp("instance")
    settings = config.Testing()
    settings.INSTANCE_PATH = str(folder)
    settings.DATABASE_URL = f"sqlite:///{folder / 'screening.db'}"
    return create_app(settings)


@pytest.fixture(scope="module")
def rules(app):
    return [rule for rule in app.url_map.iter_rules() if not rule.endpoint.endswith("static")]


def test_every_route_asks_for_one_permission_or_is_open_on_purpose(app, rules):
    unguarded, confused = [], []
    for rule in rules:
        view = app.view_functions[rule.endpoint]
        asked, is_public = getattr(view, PERMISSION, None), getattr(view, PUBLIC, False)
        if asked is None and not is_public:
            unguarded.append(rule.endpoint)
        if is_public and asked is not None:
            confused.append(rule.endpoint)
        assert asked is None or isinstance(asked, Permission)

    assert unguarded == []
    assert confused == []


def test_the_routes_that_are_open_to_all_are_known(app, rules):
    open_to_all = {
        rule.endpoint for rule in rules if getattr(app.view_functions[rule.endpoint], PUBLIC, False)
    }

    assert open_to_all == OPEN_TO_ALL


def test_every_permission_that_a_route_asks_for_belongs_to_a_role(app, rules):
    given = frozenset().union(*ROLE_PERMISSIONS.values())
    asked = {getattr(app.view_functions[rule.endpoint], PERMISSION, None) for rule in rules}

    assert asked - {None} <= given


def test_addresses_are_lower_case_words_joined_by_hyphens(rules):
    odd = [
        rule.rule for rule in rules if not ADDRESS.fullmatch(re.sub(r"<[^<>]+>", "x", rule.rule))
    ]

    assert odd == []


def test_every_part_of_an_address_that_varies_has_a_type(rules):
    assert [rule.rule for rule in rules if UNTYPED.search(rule.rule)] == []


def test_no_address_holds_what_identifies_a_person(rules):
    telling = {"name", "national_id", "phone", "registration_no", "email"}

    assert [rule.rule for rule in rules if telling & rule.arguments] == []
