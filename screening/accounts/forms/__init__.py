"""The forms of sign-in, one's own account, users and sites."""
