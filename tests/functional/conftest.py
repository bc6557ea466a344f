"""A real browser on the running service."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.databases import migrated_file
from tests.functional.desk import SCREEN, Desk
from tests.functional.service import Service, running_service

__all__ = ["migrated_file"]

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {"executable_path": CHROMIUM, "headless": True, "args": list(QUIET)}


@pytest.fixture(scope="session")
def service(migrated_file, tmp_path_factory) -> Iterator[Service]:
    with running_service(migrated_file, tmp_path_factory.mktemp("instance")) as running:
        yield running


@pytest.fixture
def open_desk(browser: Browser, service: Service) -> Iterator[OpenDesk]:
    """Open a browser window of its own for a person, with cookies and storage of its own."""
    contexts = []

    def open_desk(**settings: object) -> Desk:
        context = browser.new_context(locale="en-US", viewport=SCREEN, **settings)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Desk(context.new_page(), service.url)

    yield open_desk
    for context in contexts:
        context.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


@pytest.fixture
def counted(record_property) -> Callable[..., None]:
    """Keep how many keys and presses something took; the end of the run tells."""

    def count(what: str, desk: Desk, since: int = 0) -> None:
        record_property(what, f"{desk.strokes - since} keys, {desk.presses} presses")

    return count
