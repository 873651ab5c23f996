"""The signer that the settings name, for whoever asks on behalf of a user."""

from documents.signing.chosen import signer
from documents.signing.errors import NoSigner
from documents.signing.signer import Signer
from workflows.core.errors import Problem, Refused

from .answers import as_name


def chosen() -> Signer:
    """Raises `Refused` where papers are signed in ink only."""
    try:
        return signer()
    except NoSigner as error:
        raise Refused([Problem(0, "signer", error.code, str(error), as_name(error.solved_by))]) from None
