"""Sites: list, create, change."""

from collections.abc import Mapping

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.accounts import actions
from screening.accounts.forms.managing import SiteForm, field_of, site_form
from screening.accounts.guards import current_actor
from screening.accounts.presenters import site_choices, site_conflict, site_data
from screening.accounts.queries import SITES_BY, find_last_change, get_site, list_sites
from screening.accounts.views.blueprint import blueprint
from screening.clock import now
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown
from screening.web.sorting import read_sorting

Answer = str | Response | tuple[str, int]


def sites_by_number() -> Mapping[int, str]:
    """Return what sites are called in the language of the page, for lists further down."""
    return dict(site_choices(list_sites()))


@blueprint.get("/sites", endpoint="list_sites")
@requires(Permission.SITE_MANAGE)
def show_sites() -> Answer:
    """List every site."""
    sorting = read_sorting(tuple(SITES_BY), "code")
    sites = list_sites(sorting.key, is_descending=sorting.is_descending)
    return render_template("accounts/list_sites.html", sites=sites, sorting=sorting)


@blueprint.route("/sites/new", methods=["GET", "POST"])
@requires(Permission.SITE_MANAGE)
def create_site() -> Answer:
    """Add a site."""
    form = site_form()()
    if form.validate_on_submit():
        with refusals_shown(form):
            entry, by = form.entry(), current_actor()
            actions.create_site(form.code.data or "", entry.name, entry.name_zh, by=by, at=now())
            flash(_("The site is there; give users access to it"), "success")
            return redirect(url_for(".list_sites"), 303)
    return render_template("accounts/edit_site.html", form=form, site=None, conflict=None)


@blueprint.route("/sites/<int:site_id>", methods=["GET", "POST"])
@requires(Permission.SITE_MANAGE)
def edit_site(site_id: int) -> Answer:
    """Change a site's names, or take it out of use."""
    site = get_site(site_id)
    chosen = {field_of(program): system for program, system in site.systems.items()}
    form = site_form()(data={**site_data(site), **chosen})
    form.code.data = site.code
    if form.validate_on_submit():
        try:
            _update(site_id, form)
            flash(_("The site is saved"), "success")
            return redirect(url_for(".list_sites"), 303)
        except NewerChangeError:
            newest = get_site(site_id)
            conflict = site_conflict(newest, form.entry(), find_last_change("site", site_id))
            form.version.data = str(newest.version)
            page = {"form": form, "site": newest, "conflict": conflict}
            return render_template("accounts/edit_site.html", **page), 409
    return render_template("accounts/edit_site.html", form=form, site=site, conflict=None)


def _update(site_id: int, form: SiteForm) -> None:
    site, version, by = get_site(site_id), form.version.number, current_actor()
    actions.update_site(site, form.entry(), expected_version=version, by=by, at=now())
