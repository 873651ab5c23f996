"""A passkey's word for papers: the device signs over the very hashes that were shown, not over a number of chance."""

from hashlib import sha256
from typing import Any

from allauth.mfa.webauthn.internal.auth import get_credentials, get_server
from fido2.webauthn import UserVerificationRequirement

from workflows.organisation.models import Person


def _begin(person: Person, shown: str) -> tuple[Any, Any]:
    required = UserVerificationRequirement.REQUIRED
    return get_server().authenticate_begin(get_credentials(person), required, sha256(shown.encode()).digest())


def request_for(person: Person, shown: str) -> dict[str, Any]:
    """What the browser is asked with; `shown` is the challenge that the form carries."""
    return dict(_begin(person, shown)[0])


def is_signed(person: Person, shown: str, answer: dict[str, Any]) -> bool:
    """Whether one of the person's passkeys answered, with finger, face or PIN, for what was shown."""
    try:
        get_server().authenticate_complete(_begin(person, shown)[1], get_credentials(person), answer)
    except (ValueError, TypeError, KeyError):
        return False
    return True
