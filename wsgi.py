"""The application as a server starts it."""

from screening.app import create_app

app = create_app()
