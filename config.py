"""Settings, read from the environment alone; production refuses what is missing or weak."""

import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parent
KEPT_SECRET = "secret_key.txt"  # noqa: S105 - the name of the file, not the secret
SHORTEST_SECRET = 32


class Config:
    """Settings shared by every environment."""

    DEBUG = False
    TESTING = False
    SESSION_COOKIE_HTTPONLY = True
    SESSION_COOKIE_SAMESITE = "Lax"
    MAX_CONTENT_LENGTH = 256 * 1024 * 1024
    BOOTSTRAP_SERVE_LOCAL = True
    BABEL_DEFAULT_LOCALE = "en"
    IDLE_MINUTES = 15
    ABSOLUTE_HOURS = 12
    WTF_CSRF_TIME_LIMIT = None
    MIGRATIONS = str(ROOT / "screening" / "database" / "migrations")

    def __init__(self) -> None:
        self.INSTANCE_PATH = str(Path(os.environ.get("INSTANCE_PATH", ROOT / "instance")).resolve())
        default = f"sqlite:///{Path(self.INSTANCE_PATH) / 'screening.db'}"
        self.DATABASE_URL = database_url(os.environ.get("DATABASE_URL", default))
        self.SECRET_KEY = self.secret_key()

    def secret_key(self) -> str:
        """Return the secret of the environment, or one made once and kept in the instance."""
        given = os.environ.get("SECRET_KEY")
        if given:
            return given
        path = Path(self.INSTANCE_PATH) / KEPT_SECRET
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48), encoding="utf-8")
        return path.read_text(encoding="utf-8")


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

    def secret_key(self) -> str:
        """Return the secret of the environment; refuse a missing or a short one."""
        given = os.environ.get("SECRET_KEY", "")
        if len(given) < SHORTEST_SECRET:
            raise RuntimeError(
                f"set SECRET_KEY to a random text of at least {SHORTEST_SECRET} characters, "
                "for example from: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
            )
        return given


ENVIRONMENTS: dict[str, type[Config]] = {
    "development": Development,
    "testing": Testing,
    "production": Production,
}


def database_url(url: str) -> str:
    """Return the URL with the driver that we ship for PostgreSQL."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def load_config() -> Config:
    """Return the settings of the environment named by SCREENING_CONFIG."""
    name = os.environ.get("SCREENING_CONFIG", "development")
    if name not in ENVIRONMENTS:
        raise RuntimeError(f"SCREENING_CONFIG is {name}; use one of: {', '.join(ENVIRONMENTS)}")
    return ENVIRONMENTS[name]()
