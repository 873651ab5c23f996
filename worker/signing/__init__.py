"""Signing a paper: the intent on record, one call outside any lock, the signed bytes archived, the outcome, the act.

These are four short transactions around the call. Whatever dies between two of them, `resume` goes on from what is on
record: a request without an outcome is *unknown* and first asked about, never blindly sent again. A secret is handed to
the signer by the very process that got it; it stands in no table, log or queue.
"""

from .flow import resume, sign
from .several import SoFar, sign_all
from .signers import chosen
from .turns import bytes_to_sign, current_request

__all__ = ["SoFar", "bytes_to_sign", "chosen", "current_request", "resume", "sign", "sign_all"]
