"""The composition root: settings, extensions, blueprints, and what follows every change."""

from flask import Flask

from config import Config, load_config
from screening.audit.actions import seal
from screening.cases.actions import follow_episodes
from screening.database.engine import init_database
from screening.database.transactions import follow_changes
from screening.enrollments.actions import follow_deaths
from screening.exams.actions import follow_enrollments
from screening.indicators.actions import refresh_facts
from screening.outcomes.actions import attribute_cancers
from screening.security.keys import init_keys

FOLLOWERS = (
    follow_deaths,
    follow_enrollments,
    follow_episodes,
    attribute_cancers,
    refresh_facts,
    seal,
)


def create_app(config: Config | None = None) -> Flask:
    """Return the app with these settings, or with those of the environment."""
    settings = config or load_config()
    app = Flask(
        __name__,
        instance_path=settings.INSTANCE_PATH,
        template_folder="../templates",
        static_folder="static",
    )
    app.config.from_object(settings)
    init_keys(app)
    init_database(app)
    follow_changes(app, FOLLOWERS)
    return app
