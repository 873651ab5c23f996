"""What django-allauth asks us about second factors: how they are called, and how their secrets are kept."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.organisation.models import Person
from workflows.signing.sealing import opened, sealed

STRONG = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
"""What counts as a second factor; recovery codes only stand in for them."""


class Factors(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("Kode atau kunci sandi ini tidak cocok. Coba lagi dengan kode yang baru."),
    }

    def get_totp_issuer(self) -> str:
        return "Siklus"

    def get_totp_label(self, user: Any) -> str:
        return user.username

    def encrypt(self, text: str) -> str:
        return sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        return opened(encrypted_text)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        n = Authenticator.objects.filter(user=user, type=type).count()
        return _("Kunci sandi %(n)d") % {"n": n + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": "Siklus"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return super().get_public_key_credential_user_entity(user) | {"name": user.username}


def has_second_factor(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type__in=STRONG).exists()


def code_is_right(person: Person, code: str) -> bool:
    """Whether it is the six-digit code of this moment, or a recovery code that was not used. Either counts once."""
    ways = Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.WEBAUTHN)
    return bool(code) and any(way.wrap().validate_code(code) for way in ways)
