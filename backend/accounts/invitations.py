"""A link that lets one person in once, to choose how to log in from now on. It also replaces what was lost."""

from collections.abc import Callable
from urllib.parse import quote

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from backend.administration.recording import Recorder
from workflows.core.clock import Today
from workflows.core.wording import long_date
from workflows.organisation.mandates import title_on
from workflows.organisation.models import Mandate, Person
from workflows.organisation.phones import international

from .closing import end_logins
from .factors import has_second_factor
from .models import Invitation
from .secrets import digest, fresh


class Gone(Exception):
    """The invitation was used, replaced or is too old."""


def invite(person: Person, by: Person) -> str:
    """A new link for a person; one that was not used yet stops working. Returns its secret, which is kept nowhere."""
    secret = fresh()
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        person.invitations.filter(used_at=None, replaced_at=None).update(replaced_at=Now())
        made = person.invitations.create(
            digest=digest(secret), made_by=by, expires_at=timezone.now() + Invitation.LASTS
        )
        Recorder(by).note(person, "invitation", None, made.pk)
    return secret


def found(secret: str) -> Invitation | None:
    return Invitation.objects.select_related("person", "made_by").filter(digest=digest(secret)).first()


def is_usable(invitation: Invitation) -> bool:
    return Invitation.objects.usable().filter(pk=invitation.pk).exists()


def accept(invitation: Invitation, choose: Callable[[Person], None]) -> None:
    """Use the link up: what was chosen before ends, `choose` sets what holds from now on. Raises `Gone`."""
    with transaction.atomic():
        locked = Invitation.objects.select_for_update().filter(pk=invitation.pk)
        if not locked or not is_usable(invitation):  # asked again under the lock: of two at once the second sees the first
            raise Gone
        locked.update(used_at=Now())
        person = Person.objects.select_for_update().get(pk=invitation.person_id)
        Authenticator.objects.filter(user=person).delete()
        person.set_unusable_password()
        choose(person)
        person.save(update_fields=["password"])
        end_logins(person)
        if has_second_factor(person):
            RecoveryCodes.activate(person)


def offices_of(person: Person) -> list[tuple[str, Mandate]]:
    """What the person is called today in each office, the deciding ones first."""
    held = Mandate.objects.exclude(until__lt=Today(F("office__region__zone"))).filter(person=person)
    held = held.select_related("office__region").order_by("since", "pk")
    return [(called(mandate), mandate) for mandate in sorted(held, key=lambda mandate: mandate.capacity == "staf")]


def called(mandate: Mandate) -> str:
    title = title_on(mandate, timezone.localdate())
    return _("staf %(title)s") % {"title": title} if mandate.capacity == "staf" else title


def link(secret: str) -> str:
    return f"{settings.BASE_URL}{reverse('invitation', args=[secret])}"


def message(person: Person, secret: str) -> str:
    """What is sent over WhatsApp, to be copied."""
    until = timezone.localtime(person.invitations.get(digest=digest(secret)).expires_at)
    words = _(
        "Yth. %(name)s,\n\nini tautan Anda untuk masuk ke Siklus sebagai %(office)s:\n%(link)s\n\nBuka di HP Anda sendiri dan "
        "pilih cara masuk. Tautan berlaku sekali, sampai %(until)s. Jangan teruskan kepada orang lain."
    )
    office = offices_of(person)[0][0]
    return words % {"name": person.full_name, "office": office, "link": link(secret), "until": long_date(until)}


def whatsapp(person: Person, text: str) -> str:
    """The link that opens WhatsApp with the message; without a number WhatsApp asks for whom."""
    return f"https://wa.me/{international(person.phone)}?text={quote(text)}"
