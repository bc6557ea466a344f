"""Who the client is and how it came, as told by the proxies that stand in front."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix


def init_proxies(app: Flask) -> None:
    """Believe the headers of as many proxies as the settings name, and of no one else."""
    count = app.config["TRUSTED_PROXIES"]
    if count:
        trusting = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)
        app.wsgi_app = trusting  # type: ignore[method-assign]  # as Flask documents it
