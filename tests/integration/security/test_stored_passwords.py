"""How passwords are kept, and that a wrong one tells nothing by the time it takes."""

import time

import pytest
from argon2 import PasswordHasher, extract_parameters, profiles

from screening.accounts.actions import Credentials, SignInRefusedError, UserEntry, create_user
from screening.accounts.actions import sign_in as enter
from screening.accounts.queries import find_user
from screening.clock import now
from screening.database.transactions import transaction
from screening.security.actor import SYSTEM
from screening.security.permissions import Role

PASSWORD = "seven green kettles"


@pytest.fixture
def anna(app):
    entry = UserEntry("anna", "Anna", Role.ADMIN, frozenset())
    return create_user(entry, by=SYSTEM, at=now(), password=PASSWORD)


def credentials(username, password):
    return Credentials(username, password, "192.0.2.7", "test")


def test_a_password_is_kept_as_argon2id_that_costs_memory(anna):
    assert anna.password_hash.startswith("$argon2id$")
    assert extract_parameters(anna.password_hash).memory_cost >= 19 * 1024


def test_a_password_kept_by_weaker_means_is_kept_by_todays_after_the_next_sign_in(anna):
    weak = PasswordHasher.from_parameters(profiles.CHEAPEST)
    with transaction():
        anna.password_hash = weak.hash(PASSWORD)

    enter(credentials("anna", PASSWORD), at=now())

    stored = find_user("anna").password_hash
    assert extract_parameters(stored).memory_cost >= 19 * 1024
    assert PasswordHasher().verify(stored, PASSWORD)


def test_an_unknown_name_takes_as_long_as_a_wrong_password(anna):
    def quickest(username):
        taken = []
        for _ in range(3):
            begun = time.perf_counter()
            with pytest.raises(SignInRefusedError):
                enter(credentials(username, "eight yellow spoons"), at=now())
            taken.append(time.perf_counter() - begun)
        return min(taken)

    quickest("nobody")  # the first one also makes what unknown names are compared with

    # Without the comparison it would be a hundredth; the rest is what else the machine does.
    assert quickest("nobody") > quickest("anna") / 3
