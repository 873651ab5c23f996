"""Why a signature is not there. The task stays open, and nothing else was done."""

from workflows.core.errors import Refused


class SignatureFailed(Refused):
    """Nothing was signed; it may be tried again."""


class SignaturePending(Refused):
    """Somebody signs just now, or it is not known whether the paper was signed: it is asked, never sent again."""
