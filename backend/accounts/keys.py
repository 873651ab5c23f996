"""Keys for programs: making them, and recognising who asks with one."""

from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed

from workflows.organisation.models import Person

from .models import Key, Scope
from .secrets import digest, fresh

NOTED_EVERY = timedelta(minutes=5)
"""How exactly the last use is known; a program that asks every second must not write every second."""


def make_key(person: Person, name: str, scope: Scope, lasts: timedelta) -> str:
    """The new key's text. Nobody can see it a second time."""
    text = fresh()
    Key.objects.create(
        person=person, name=name, scope=scope, digest=digest(text), ending=text[-4:], expires_at=timezone.now() + lasts
    )
    return text


class KeyAuthentication(TokenAuthentication):
    """`Authorization: Token …`; `request.auth` is the key."""

    def authenticate_credentials(self, key: str) -> tuple[Person, Key]:
        found = Key.objects.valid().select_related("person").filter(digest=digest(key)).first()
        if found is None:
            raise AuthenticationFailed(
                _("Kunci ini tidak dikenal, dicabut, atau kedaluwarsa. Buat yang baru di Akun › Kunci API.")
            )
        unnoted = Q(last_used_at=None) | Q(last_used_at__lt=Now() - NOTED_EVERY)
        Key.objects.filter(unnoted, pk=found.pk).update(last_used_at=Now())
        return found.person, found
