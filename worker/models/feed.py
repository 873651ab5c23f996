"""The address at which a person's calendar is read."""

from hashlib import sha256
from secrets import token_urlsafe

from django.db import models
from django.db.models import CASCADE, OneToOneField
from django.db.models.functions import Now

from workflows.core.models import PERSON


class Feed(models.Model):
    """A calendar program knows no login: whoever has the token reads. Only its hash is kept; a new one ends the old one."""

    person = OneToOneField(PERSON, CASCADE, primary_key=True, related_name="feed")
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return str(self.person)


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def open_feed(person_id: int) -> str:
    """A new token for this person's feed, told this once (256 random bits)."""
    token = token_urlsafe(32)
    Feed.objects.update_or_create(person_id=person_id, defaults={"sha256": hashed(token), "made_at": Now()})
    return token
