"""Settings: what production refuses, and how browsers reach the service."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from config import Development, Production, SettingsError, keep_once, load_config

RANDOM = "q7Zx0bN2vK9sLw4Rt8Yp1Hd6Jm3Fg5Ca"


@pytest.fixture(autouse=True)
def environment(monkeypatch, tmp_path):
    for name in ("SECRET_KEY", "PUBLIC_URL", "TRUSTED_PROXIES", "DATABASE_URL", "SCREENING_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("INSTANCE_PATH", str(tmp_path))


@pytest.mark.parametrize(
    "secret",
    ["", "short", RANDOM[:31], "a" * 40, "change-me-please-this-is-no-key-at-all", "x1secret" * 5],
)
def test_production_refuses_a_missing_short_or_copied_secret(monkeypatch, secret):
    monkeypatch.setenv("SECRET_KEY", secret)

    with pytest.raises(SettingsError, match="set SECRET_KEY"):
        Production()


def test_production_takes_a_random_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", RANDOM)

    assert Production().SECRET_KEY == RANDOM


def test_development_makes_a_secret_once_and_keeps_it_for_its_owner(tmp_path):
    made = Development().SECRET_KEY

    assert len(made) >= 32
    again = Development()
    assert made == again.SECRET_KEY
    assert stat.S_IMODE((tmp_path / "secret_key.txt").stat().st_mode) == 0o600


def test_several_processes_that_start_at_once_keep_one_secret(tmp_path):
    path = tmp_path / "new" / "key"
    texts = [f"text {number}" * 1000 for number in range(8)]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: keep_once(path, text), texts))

    assert path.read_text() in texts
    assert [file.name for file in path.parent.iterdir()] == ["key"]


@pytest.mark.parametrize("name", ["", "Production", "prod"])
def test_an_unknown_environment_is_refused(monkeypatch, name):
    monkeypatch.setenv("SCREENING_CONFIG", name)

    with pytest.raises(SettingsError, match="development, testing, production"):
        load_config()


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("postgres://a@b/c", "postgresql+psycopg://a@b/c"),
        ("postgresql://a@b/c", "postgresql+psycopg://a@b/c"),
        ("sqlite:////data/x.db", "sqlite:////data/x.db"),
    ],
)
def test_a_database_is_reached_by_the_driver_that_is_shipped(monkeypatch, url, driver):
    monkeypatch.setenv("DATABASE_URL", url)

    settings = Development()

    assert driver == settings.DATABASE_URL


def test_over_tls_the_cookie_is_secure_and_bound_to_the_host(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://screening.example.org/")
    settings = Development()

    assert settings.PUBLIC_URL == "https://screening.example.org"
    assert settings.SESSION_COOKIE_SECURE
    assert settings.SESSION_COOKIE_NAME == "__Host-session"
    assert settings.TRUSTED_HOSTS == ["127.0.0.1", "localhost", "screening.example.org"]


def test_on_this_machine_itself_the_cookie_goes_over_plain_http():
    settings = Development()

    assert not settings.SESSION_COOKIE_SECURE
    assert settings.SESSION_COOKIE_NAME == "session"


def test_production_without_an_address_answers_this_machine_alone(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", RANDOM)

    assert Production().TRUSTED_HOSTS == ["127.0.0.1", "localhost"]


@pytest.mark.parametrize(
    "url", ["http://screening.example.org", "screening.example.org", "https://", "ftp://localhost"]
)
def test_an_address_without_tls_is_refused_unless_it_is_this_machine(monkeypatch, url):
    monkeypatch.setenv("PUBLIC_URL", url)

    with pytest.raises(SettingsError, match="https://"):
        Development()


def test_the_number_of_proxies_is_a_number(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXIES", "all")

    with pytest.raises(SettingsError, match="number of proxies"):
        Development()
