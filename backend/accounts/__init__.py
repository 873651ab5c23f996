"""Logging in, second factors, invitations, the list of logins, keys for the API."""
