"""Telling other programs, in the form of Standard Webhooks (docs/webhooks.md)."""
