"""Settings, read from the environment alone; production refuses what is missing or weak."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
KEPT_SECRET = "secret_key.txt"  # noqa: S105 - the name of the file, not the secret
SHORTEST_SECRET = 32
DIFFERENT_CHARACTERS = 10
WORDS_OF_EXAMPLES = ("change", "default", "example", "insecure", "secret")
LOOPBACK = ("127.0.0.1", "localhost")


class SettingsError(RuntimeError):
    """A setting is missing or weak; the sentence says what to set."""


class Config:
    """Settings shared by every environment.

    Browsers reach the service at PUBLIC_URL, which is https:// wherever it is not this machine
    itself, through as many proxies as TRUSTED_PROXIES says (those that set X-Forwarded-For, -Proto
    and -Host). Without PUBLIC_URL it is for browsers on this machine.
    """

    DEBUG = False
    TESTING = False
    TAKES_SYNTHETIC_PEOPLE = True
    SESSION_COOKIE_HTTPONLY = True
    SESSION_COOKIE_SAMESITE = "Lax"
    MAX_CONTENT_LENGTH = 256 * 1024 * 1024
    BOOTSTRAP_SERVE_LOCAL = True
    BABEL_DEFAULT_LOCALE = "en"
    IDLE_MINUTES = 15
    ABSOLUTE_HOURS = 12
    WTF_CSRF_TIME_LIMIT = None
    # Pages ask browsers to send no referrer, so none can be compared; the token is still asked for.
    WTF_CSRF_SSL_STRICT = False
    MIGRATIONS = str(ROOT / "screening" / "database" / "migrations")

    def __init__(self) -> None:
        instance = instance_path()
        self.INSTANCE_PATH = str(instance)
        embedded = f"sqlite:///{instance / 'screening.db'}"
        self.DATABASE_URL = database_url(os.environ.get("DATABASE_URL") or embedded)
        self.SECRET_KEY = self.secret_key()
        self.PUBLIC_URL = public_url(os.environ.get("PUBLIC_URL", ""))
        self.TRUSTED_PROXIES = proxy_count(os.environ.get("TRUSTED_PROXIES", "0"))
        self.TRUSTED_HOSTS = self.trusted_hosts()
        is_encrypted = self.PUBLIC_URL.startswith("https://")
        self.SESSION_COOKIE_SECURE = is_encrypted
        self.SESSION_COOKIE_NAME = "__Host-session" if is_encrypted else "session"

    def secret_key(self) -> str:
        """Return the secret of the environment, or one made once and kept in the instance."""
        given = os.environ.get("SECRET_KEY")
        if given:
            return given
        path = Path(self.INSTANCE_PATH) / KEPT_SECRET
        if not path.exists():
            keep_once(path, secrets.token_urlsafe(48))
        return path.read_text(encoding="utf-8")

    def trusted_hosts(self) -> list[str] | None:
        """Return the names under which requests are answered; None: under any."""
        return self._own_hosts() if self.PUBLIC_URL else None

    def _own_hosts(self) -> list[str]:
        own = urlsplit(self.PUBLIC_URL).hostname
        return [*LOOPBACK, *([own] if own else [])]


class Development(Config):
    """One person's machine."""


class Testing(Config):
    """The test suite."""

    TESTING = True

    def secret_key(self) -> str:
        """Return a secret for this run alone."""
        return os.environ.get("SECRET_KEY") or secrets.token_urlsafe(48)


class Production(Config):
    """A hospital; refuses to start without a secret of its own."""

    TAKES_SYNTHETIC_PEOPLE = False

    def secret_key(self) -> str:
        """Return the secret of the environment; refuse a missing, a default or a short one."""
        given = os.environ.get("SECRET_KEY", "")
        is_copied = any(word in given.casefold() for word in WORDS_OF_EXAMPLES)
        is_short = len(given) < SHORTEST_SECRET or len(set(given)) < DIFFERENT_CHARACTERS
        if is_short or is_copied:
            raise SettingsError(
                f"set SECRET_KEY to a random text of at least {SHORTEST_SECRET} characters, "
                "for example from: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
            )
        return given

    def trusted_hosts(self) -> list[str] | None:
        """Return the name of PUBLIC_URL and those of this machine; no other is answered."""
        return self._own_hosts()


ENVIRONMENTS: dict[str, type[Config]] = {
    "development": Development,
    "testing": Testing,
    "production": Production,
}


def instance_path() -> Path:
    """Return the folder of everything that belongs to this installation."""
    return Path(os.environ.get("INSTANCE_PATH") or ROOT / "instance").resolve()


def database_url(url: str) -> str:
    """Return the URL with the driver that we ship for PostgreSQL."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def public_url(url: str) -> str:
    """Return the address; refuse one at which passwords would cross a network in the clear."""
    parts = urlsplit(url)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if url and not (is_safe and parts.hostname):
        raise SettingsError(
            f"PUBLIC_URL is {url}; set it to the https:// address that browsers use, "
            "with a proxy in front that encrypts (TRUSTED_PROXIES=1)"
        )
    return url.rstrip("/")


def proxy_count(text: str) -> int:
    """Return how many proxies stand in front."""
    if not text.isdecimal():
        raise SettingsError(f"TRUSTED_PROXIES is {text}; set it to the number of proxies in front")
    return int(text)


def keep_once(path: Path, text: str) -> None:
    """Write a file for the owner alone, whole or not at all; leave one that is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass  # Another process was faster: its text holds.
    finally:
        draft.unlink()


def load_config() -> Config:
    """Return the settings of the environment named by SCREENING_CONFIG."""
    name = os.environ.get("SCREENING_CONFIG", "development")
    if name not in ENVIRONMENTS:
        raise SettingsError(f"SCREENING_CONFIG is {name}; use one of: {', '.join(ENVIRONMENTS)}")
    return ENVIRONMENTS[name]()
