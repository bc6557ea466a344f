"""Two sites, a coordinator of each, and persons registered by them."""

from datetime import UTC, datetime

import pytest

from screening.accounts.models import Site
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.security.actor import Actor, Scope

AT = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)


def coordinator(name: str, *sites: Site) -> Actor:
    return Actor(None, name, "coordinator", Scope(frozenset(site.id for site in sites)))


@pytest.fixture
def sites(app):
    with transaction():
        pair = (Site(code="HQ", name="Main hospital"), Site(code="NB", name="North branch"))
        db.session.add_all(pair)
    return pair


@pytest.fixture
def by(sites):
    return coordinator("Anna", sites[0])


@pytest.fixture
def by_north(sites):
    return coordinator("Bo", sites[1])


@pytest.fixture
def by_both(sites):
    return coordinator("Cao", *sites)
