"""Every write of users, sites, passwords and sessions."""

from screening.accounts.actions.sessions import (
    Credentials,
    SignInRefusedError,
    choose_site,
    end_session,
    sign_in,
)
from screening.accounts.actions.sites import SiteEntry, create_site, update_site
from screening.accounts.actions.tokens import TokenEntry, create_token, revoke_token
from screening.accounts.actions.users import (
    UserEntry,
    change_password,
    create_user,
    redeem_reset,
    set_preferences,
    start_reset,
    update_user,
)

__all__ = [
    "Credentials",
    "SignInRefusedError",
    "SiteEntry",
    "TokenEntry",
    "UserEntry",
    "change_password",
    "choose_site",
    "create_site",
    "create_token",
    "create_user",
    "end_session",
    "redeem_reset",
    "revoke_token",
    "set_preferences",
    "sign_in",
    "start_reset",
    "update_site",
    "update_user",
]
