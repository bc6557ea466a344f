"""Which permission a route asks for: every view wears `@requires(...)` or `@public`."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import abort, current_app
from flask_login import current_user

from screening.security.permissions import Permission, allows

View = TypeVar("View", bound=Callable[..., Any])

PERMISSION = "required_permission"
PUBLIC = "is_public"


def requires(permission: Permission) -> Callable[[View], View]:
    """Let only those in whose role has the permission; others get 403, strangers the sign-in."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            if not current_user.is_authenticated:
                return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
            if not allows(current_user.role, permission):
                abort(403)
            return view(*args, **kwargs)

        setattr(guarded, PERMISSION, permission)
        return guarded  # type: ignore[return-value]

    return decorate


def public(view: View) -> View:
    """Say that the view needs no sign-in."""
    setattr(view, PUBLIC, True)
    return view


def can(permission: Permission | str) -> bool:
    """Tell whether the signed-in person may; buttons and menus ask what the route will ask."""
    if not current_user.is_authenticated:
        return False
    return allows(current_user.role, Permission(permission))
