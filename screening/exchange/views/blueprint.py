"""The blueprint that the pages of imports and exports share."""

from flask import Blueprint
from werkzeug.wrappers import Response

blueprint = Blueprint("exchange", __name__)

Answer = str | Response | tuple[str, int]
