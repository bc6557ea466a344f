"""`transaction()`: the one place that commits, and what follows every change just before it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask, current_app
from sqlalchemy.orm.exc import StaleDataError

from screening.database.engine import WRITING, db
from screening.protocol.errors import NewerChangeError
from screening.protocol.wording import N_

UNIT = "unit"


@dataclass
class Unit:
    """What one transaction did: the records it touched and the audit events to seal."""

    enrollment_ids: set[int] = field(default_factory=set)
    episode_ids: set[int] = field(default_factory=set)
    participant_ids: set[int] = field(default_factory=set)
    events: list[object] = field(default_factory=list)


Follower = Callable[[Unit], None]


def follow_changes(app: Flask, followers: Sequence[Follower]) -> None:
    """Wire what runs, in this order, just before every commit."""
    app.extensions["followers"] = tuple(followers)


@contextmanager
def transaction() -> Iterator[Unit]:
    """Open a writing transaction, or join the open one; commit when the outermost block ends.

    A read that came before is ended first, so that every row is read again under the write lock:
    on SQLite a read cannot be turned into a write. A save over someone else's newer version, found
    out only when it is written, is refused like one that was seen before.
    """
    joined: Unit | None = db.session.info.get(UNIT)
    if joined is not None:
        yield joined
        return
    db.session.commit()
    db.session.connection(execution_options={WRITING: True})
    unit = db.session.info[UNIT] = Unit()
    try:
        yield unit
        db.session.flush()  # followers read what was changed
        for follower in current_app.extensions["followers"]:
            follower(unit)
        db.session.commit()
    except StaleDataError as error:  # two people passed the check of the version at once
        db.session.rollback()
        message = N_("Someone saved a newer version while you were working on it")
        raise NewerChangeError(message) from error
    except BaseException:
        db.session.rollback()
        raise
    finally:
        db.session.info.pop(UNIT, None)


def current_unit() -> Unit:
    """Return the open transaction's unit; outside one this is a fault of the caller."""
    unit: Unit = db.session.info[UNIT]
    return unit


def touch_enrollments(enrollment_ids: Iterable[int]) -> None:
    """Say that the exams or the status of these enrollments changed."""
    current_unit().enrollment_ids.update(enrollment_ids)


def touch_episodes(episode_ids: Iterable[int]) -> None:
    """Say that these episodes changed, so that what follows from them is brought up to date."""
    current_unit().episode_ids.update(episode_ids)


def touch_participants(participant_ids: Iterable[int]) -> None:
    """Say that the cancers or the identity of these participants changed."""
    current_unit().participant_ids.update(participant_ids)
