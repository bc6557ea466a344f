"""How a request came decides on cookies and headers, and only known proxies say how it came."""

import pytest

import config
from screening.app import create_app
from screening.database.engine import db
from tests.client import PageClient

OUTSIDE = "https://screening.example.org"


@pytest.fixture
def open_app(migrated_database, monkeypatch):
    """Make the app with these settings of the environment."""
    made = []

    def make(**settings):
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        app = create_app(config.Testing())
        app.test_client_class = PageClient
        made.append(app)
        return app

    yield make
    for app in made:
        with app.app_context():
            db.engine.dispose()


def cookies(response):
    return response.headers.getlist("Set-Cookie")


def choose_chinese(app, **request):
    """Do what makes the service set its cookie."""
    with app.app_context():
        return app.test_client().post("/language", data={"language": "zh_Hans_CN"}, **request)


def test_over_tls_the_cookie_is_bound_to_the_host_and_never_sent_in_the_clear(open_app):
    response = choose_chinese(open_app(PUBLIC_URL=OUTSIDE), base_url=OUTSIDE)

    (cookie,) = [text for text in cookies(response) if "session" in text]
    assert cookie.startswith("__Host-session=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "max-age=31536000" in response.headers["Strict-Transport-Security"]


def test_on_this_machine_itself_plain_http_does(open_app):
    response = choose_chinese(open_app(), base_url="http://127.0.0.1:5000")

    (cookie,) = [text for text in cookies(response) if "session" in text]
    assert cookie.startswith("session=")
    assert "HttpOnly" in cookie
    assert "Strict-Transport-Security" not in response.headers


@pytest.mark.parametrize("host", ["evil.example.com", "screening.example.org.evil.example.com"])
def test_under_another_name_nothing_is_answered(open_app, host):
    app = open_app(PUBLIC_URL=OUTSIDE)
    with app.app_context():
        response = app.test_client().get("/sign-in", base_url=f"https://{host}")

    assert response.status_code == 400


@pytest.mark.parametrize(("proxies", "is_believed"), [("0", False), ("1", True)])
def test_only_a_proxy_of_the_settings_is_believed(open_app, proxies, is_believed):
    app = open_app(PUBLIC_URL=OUTSIDE, TRUSTED_PROXIES=proxies)
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
    with app.app_context():
        response = app.test_client().get("/sign-in", base_url="http://127.0.0.1", headers=headers)

    assert ("Strict-Transport-Security" in response.headers) is is_believed


def test_a_form_is_taken_over_tls_though_browsers_send_no_referrer(open_app):
    response = choose_chinese(open_app(PUBLIC_URL=OUTSIDE), base_url=OUTSIDE)

    assert response.status_code == 303
