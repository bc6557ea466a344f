"""Users: list, create, change, hand out a one-time code for a new password."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.accounts import actions
from screening.accounts.forms.managing import UserForm
from screening.accounts.guards import current_actor
from screening.accounts.presenters import (
    ConflictPresenter,
    present_users,
    site_choices,
    user_conflict,
    user_data,
)
from screening.accounts.queries import (
    USERS_BY,
    find_last_change,
    get_user,
    list_sites,
    list_users,
)
from screening.accounts.views.blueprint import blueprint
from screening.clock import now
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown
from screening.web.sorting import read_sorting

Answer = str | Response | tuple[str, int]


@blueprint.get("/users", endpoint="list_users")
@requires(Permission.USER_MANAGE)
def show_users() -> Answer:
    """List every user."""
    sorting = read_sorting(tuple(USERS_BY), "username")
    users = list_users(sorting.key, is_descending=sorting.is_descending)
    lines = present_users(users, now())
    return render_template("accounts/list_users.html", users=lines, sorting=sorting)


@blueprint.route("/users/new", methods=["GET", "POST"])
@requires(Permission.USER_MANAGE)
def create_user() -> Answer:
    """Create a user and show the one-time code with which the person sets a password."""
    form = UserForm(site_choices(list_sites()))
    if form.validate_on_submit():
        with refusals_shown(form):
            user = actions.create_user(form.entry(), by=current_actor(), at=now())
            return _show_code(user.id)
    return render_template("accounts/edit_user.html", form=form, user=None, conflict=None)


@blueprint.route("/users/<int:user_id>", methods=["GET", "POST"])
@requires(Permission.USER_MANAGE)
def edit_user(user_id: int) -> Answer:
    """Change a user's role, sites or activity."""
    user, sites = get_user(user_id), list_sites()
    form = UserForm(site_choices(sites), data=user_data(user))
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _update(user_id, form)
                flash(_("The user is saved"), "success")
                return redirect(url_for(".list_users"), 303)
        except NewerChangeError:
            newest = get_user(user_id)
            change = find_last_change("user", user_id)
            form.version.data = str(newest.version)
            conflict = user_conflict(newest, form.entry(), sites, change)
            return _edit_page(form, user_id, conflict), 409
    return _edit_page(form, user_id, None)


def _edit_page(form: UserForm, user_id: int, conflict: ConflictPresenter | None) -> str:
    user = get_user(user_id)
    return render_template("accounts/edit_user.html", form=form, user=user, conflict=conflict)


def _update(user_id: int, form: UserForm) -> None:
    actions.update_user(
        get_user(user_id),
        form.entry(),
        expected_version=form.version.number,
        by=current_actor(),
        at=now(),
    )


@blueprint.post("/users/<int:user_id>/reset")
@requires(Permission.USER_MANAGE)
def start_reset(user_id: int) -> Answer:
    """Give out a one-time code; nobody but the person ever sees the password."""
    return _show_code(user_id)


def _show_code(user_id: int) -> str:
    user = get_user(user_id)
    code = actions.start_reset(user, by=current_actor(), at=now())
    return render_template("accounts/show_code.html", user=get_user(user_id), code=code)
