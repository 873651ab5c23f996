"""A new way in for a signatory takes two: whoever could make the link alone could sign in his name."""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.db.models.lookups import StartsWith
from django.urls import reverse
from django.utils import timezone

from backend.access import mandates_of
from backend.administration.recording import Recorder
from worker.by_key import told_once
from worker.models import OUTWARD, Delivery, Preferences
from worker.notices import Notice, notice
from workflows.core.clock import Today
from workflows.organisation.models import Mandate, Person, Role

from .factors import has_second_factor
from .models import Recovery
from .second_factor import signs


def takes_two(person: Person) -> bool:
    """Whether a link would replace the way in of a signatory who has been in. A first invitation replaces nothing."""
    has_been_in = person.last_login is not None or has_second_factor(person)
    return has_been_in and any(signs(mandate) for mandate in mandates_of(person))


def standing(person: Person) -> Recovery | None:
    return Recovery.objects.standing().select_related("asked_by", "confirmed_by").filter(person=person).first()


def confirmers_of(person: Person, asked_by: Person) -> QuerySet[Person]:
    """Another administrator over one of the person's offices, or anybody else of these offices."""
    today = Mandate.objects.in_force(Today(F("office__region__zone")))
    offices = today.filter(person=person).values("office")
    over = today.filter(Q(StartsWith(F("office__region__path"), OuterRef("office__region__path"))), person=person)
    may = Q(office__in=offices) | Q(Exists(over), office__role=Role.ADMINISTRATOR)
    others = Person.objects.filter(pk__in=today.filter(may).values("person"), is_active=True, is_superuser=False)
    return others.exclude(pk__in=[person.pk, asked_by.pk])


@transaction.atomic
def ask(person: Person, by: Person, reason: str) -> Recovery:
    """Begin one in place of any before; the person is told on all channels, and whoever may confirm."""
    Person.objects.select_for_update().get(pk=person.pk)
    person.recoveries.filter(ended_at=None).update(ended_at=Now(), ended_by=by)
    confirmers = list(confirmers_of(person, by))
    opens_at = None if confirmers else timezone.now() + Recovery.WAITS
    made = Recovery.objects.create(person=person, asked_by=by, reason=reason, opens_at=opens_at)
    Recorder(by).note(person, "recovery", None, reason)
    tell(made, [person], warning(made))
    tell(made, confirmers, notice("recovery_to_confirm", person.full_name, reverse("recovery", args=[made.pk]), by=by.full_name))
    return made


def warning(made: Recovery) -> Notice:
    local = made.opens_at and timezone.localtime(made.opens_at)
    when = {"opens_on": local.date(), "opens_at": f"{local:%H.%M}"} if local else {}
    return notice("recovery_asked", "", reverse("account"), by=made.asked_by.full_name, **when)


def tell(made: Recovery, people: list[Person], words: Notice) -> None:
    """In the app and by every channel that a person has, night or not."""
    known, key = Preferences.of([one.pk for one in people]), f"recovery {made.pk}"
    rows = [row for one in people for row in told_once(one, key, words, known[one.pk], channels=len(OUTWARD))]
    Delivery.objects.bulk_create(rows)


def confirm(recovery: Recovery, by: Person) -> bool:
    """Says whether it still stood."""
    return settle(recovery, by, "recovery_confirmed", confirmed_by=by)


def refuse(recovery: Recovery, by: Person) -> bool:
    return settle(recovery, by, "recovery_refused", ended_by=by, ended_at=Now())


@transaction.atomic
def settle(recovery: Recovery, by: Person, word: str, **said: object) -> bool:
    done = Recovery.objects.standing().filter(pk=recovery.pk).update(**said)
    if done:
        Recorder(by).note(recovery.person, word, None, recovery.reason)
    return bool(done)


def use_up(person: Person, by: Person) -> bool:
    """The link is made now; False where nothing allows it. Of two at once the second finds it used."""
    Person.objects.select_for_update().get(pk=person.pk)
    found = standing(person)
    return bool(found and found.is_allowed and Recovery.objects.filter(pk=found.pk).update(ended_at=Now(), ended_by=by))
