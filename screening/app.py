"""The composition root: settings, extensions, blueprints, and what follows every change."""

from pathlib import Path

from flask import Flask
from flask_bootstrap import Bootstrap5

from config import Config, load_config
from screening.accounts.guards import init_guards
from screening.accounts.views import blueprint as accounts
from screening.accounts.views.sites import sites_by_number
from screening.api.views import blueprint as api
from screening.audit.actions import seal
from screening.audit.views import bind_sites
from screening.audit.views import blueprint as audit
from screening.cases.actions import follow_episodes
from screening.cases.views import blueprint as cases
from screening.cases.views import panel as cases_panel
from screening.database.engine import init_database
from screening.database.transactions import follow_changes
from screening.enrollments.actions import follow_deaths
from screening.enrollments.queries import last_enrolled_on
from screening.enrollments.views import blueprint as enrollments
from screening.enrollments.views import panel as programs
from screening.enrollments.views import tie as program_tie
from screening.evaluations.views import blueprint as evaluations
from screening.exams.actions import follow_enrollments
from screening.exams.queries import last_examined_on
from screening.exams.views import blueprint as exams
from screening.exams.views import panel as exams_panel
from screening.exchange.actions.handling import HANDLERS
from screening.exchange.files import sweep_files
from screening.exchange.views import blueprint as exchange
from screening.indicators.actions import refresh_facts
from screening.indicators.views import blueprint as indicators
from screening.jobs.worker import wire_jobs
from screening.outcomes.actions import attribute_cancers
from screening.outcomes.views import blueprint as outcomes
from screening.outcomes.views import panel as cancers_panel
from screening.participants.actions.deaths import bind_last_seen
from screening.participants.actions.voiding import bind_ties
from screening.participants.queries import has_synthetic_people
from screening.participants.views import bind_panels
from screening.participants.views import blueprint as participants
from screening.programs import use_readings
from screening.programs.settings import read_protocols
from screening.security.headers import init_headers
from screening.security.keys import init_keys
from screening.security.proxies import init_proxies
from screening.web.controls import init_controls
from screening.web.errors import init_errors
from screening.web.filters import init_filters
from screening.web.health import blueprint as health
from screening.web.inputs import init_inputs
from screening.web.locale import init_locale
from screening.worklists.views import blueprint as worklists
from screening.worklists.views import panel as next_actions

FOLLOWERS = (
    follow_deaths,
    follow_enrollments,
    follow_episodes,
    attribute_cancers,
    refresh_facts,
    seal,
)
WEB = (
    *(init_proxies, init_headers, init_inputs, init_guards),
    *(init_locale, init_filters, init_controls, init_errors, Bootstrap5),
)
BLUEPRINTS = (
    health,
    accounts,
    participants,
    enrollments,
    exams,
    cases,
    outcomes,
    worklists,
    indicators,
    evaluations,
    exchange,
    audit,
    api,
)
# What the slices above show on a person's page, in this order, and why a person cannot be voided.
PANELS = (next_actions, programs, cases_panel, exams_panel, cancers_panel)
TIES = (program_tie,)


def create_app(config: Config | None = None) -> Flask:
    """Return the app with these settings, or with those of the environment."""
    settings = config or load_config()
    use_readings(read_protocols(Path(settings.INSTANCE_PATH)))
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
    wire_jobs(app, HANDLERS, chores=(sweep_files,))
    init_web(app)
    return app


def init_web(app: Flask) -> None:
    """Set up everything that pages need."""
    for init in WEB:
        init(app)
    app.context_processor(lambda: {"has_synthetic_people": has_synthetic_people()})
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    bind_sites(app, sites_by_number)
    bind_panels(app, PANELS)
    bind_ties(app, TIES)
    bind_last_seen(app, examined=last_examined_on, enrolled=last_enrolled_on)
