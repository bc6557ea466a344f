"""The blueprint that all pages of exams hang on, and what their views answer."""

from flask import Blueprint
from werkzeug.wrappers import Response

Answer = str | Response | tuple[str, int]

blueprint = Blueprint("exams", __name__)
