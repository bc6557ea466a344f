"""Access tokens of one's own: made, seen once, revoked."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.accounts import actions
from screening.accounts.forms.account import TokenForm
from screening.accounts.guards import current_actor
from screening.accounts.views.account import show_own
from screening.accounts.views.blueprint import blueprint
from screening.clock import now
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown

Answer = str | Response


@blueprint.post("/account/tokens")
@requires(Permission.ACCOUNT_OWN)
def create_token() -> Answer:
    """Make an access token and show it, this once."""
    form = TokenForm()
    if form.validate_on_submit():
        with refusals_shown(form):
            password = form.current.data or ""
            token = actions.create_token(form.entry(), password, by=current_actor(), at=now())
            return render_template("accounts/show_token.html", token=token, name=form.name.data)
    return show_own(token=form)


@blueprint.post("/account/tokens/<int:token_id>/revoke")
@requires(Permission.ACCOUNT_OWN)
def revoke_token(token_id: int) -> Answer:
    """End an access token of one's own."""
    actions.revoke_token(token_id, by=current_actor(), at=now())
    flash(_("That token is revoked"), "success")
    return redirect(url_for(".show_account"), 303)
