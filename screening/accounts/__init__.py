"""Users, roles, sites and sign-in."""
