"""The blueprint that the pages of cases share."""

from flask import Blueprint
from werkzeug.wrappers import Response

blueprint = Blueprint("cases", __name__)

Answer = str | Response | tuple[str, int]
