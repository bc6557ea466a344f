"""The pages of sign-in, one's own account, users and sites."""

from screening.accounts.views import account, signing_in, sites, tokens, users
from screening.accounts.views.blueprint import blueprint

__all__ = ["account", "blueprint", "signing_in", "sites", "tokens", "users"]
