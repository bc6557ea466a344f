"""The blueprint that the pages of persons share."""

from flask import Blueprint
from werkzeug.wrappers import Response

blueprint = Blueprint("participants", __name__, url_prefix="/participants")

Answer = str | Response | tuple[str, int]
