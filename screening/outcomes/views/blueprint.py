"""The blueprint that the pages of cancers share."""

from flask import Blueprint
from werkzeug.wrappers import Response

blueprint = Blueprint("outcomes", __name__)

Answer = str | Response | tuple[str, int]
