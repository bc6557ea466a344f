"""Tells whoever watches the service that its database answers, and nothing else."""

from flask import Blueprint
from sqlalchemy import text

from screening.database.engine import db
from screening.security.access import public

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
@public
def show_health() -> dict[str, str]:
    """Answer once the database did; without it the request fails."""
    db.session.execute(text("SELECT 1"))
    return {"status": "ok"}
