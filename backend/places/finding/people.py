"""By person or office: who holds what within reach, today or once."""

from django.db.models import Q, QuerySet

from backend.access import Scope
from workflows.organisation.models import Mandate, Office, Person

LEAST = 3


def officials_like(words: str, scope: Scope) -> QuerySet[Mandate]:
    """The mandates of people and of offices so called, those of today and the newest first."""
    if len(words) < LEAST:
        return Mandate.objects.none()
    people = Person.objects.filter(name__icontains=words).values("pk")
    offices = Office.objects.filter(label__icontains=words).values("pk")
    here = Q(office__in=scope.offices) | scope.within("office__region__")
    found = Mandate.objects.filter(here, Q(person__in=people) | Q(office__in=offices))
    return found.select_related("person", "office__region", "acts_for").order_by("-until", "-since", "-pk")
