"""The pages of sign-in, one's own account, users and sites."""

from screening.accounts.views.account import show_account
from screening.accounts.views.blueprint import blueprint
from screening.accounts.views.signing_in import show_first_page

__all__ = ["blueprint", "show_account", "show_first_page"]
