"""The blueprint that the pages of enrollments share."""

from flask import Blueprint
from werkzeug.wrappers import Response

blueprint = Blueprint("enrollments", __name__)

Answer = str | Response | tuple[str, int]
