"""Which models the admin shows: a few to be put right by hand, everything else of the domain to be read."""

from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model

from workflows.contests.models import Score
from workflows.decrees.models import LegalBasis, Series
from workflows.organisation.models import (
    Delegation,
    Person,
    RegionCode,
    RegionLabel,
    RegionName,
    SigningPolicy,
    WorkingDay,
)
from workflows.signing.models import SigningIdentity

from .careful import Careful, Fixed
from .site import site

DOMAIN = [
    "core", "organisation", "routes", "villages", "decrees", "letters", "coaching", "reports", "evaluations", "contests", "signing",
    "documents", "ledger",
]  # fmt: skip
BY_HAND: list[type[Model]] = [RegionLabel, RegionCode, RegionName, LegalBasis, WorkingDay, SigningPolicy, Delegation]
WITH_SECRETS: list[type[Model]] = [SigningIdentity, Score]
"""Not even read: they hold what only a program should open, or what nobody may know before a ranking is locked."""


class PatternOnly(Careful):
    """A register gives numbers: only how they are written may be put right."""

    readonly_fields = ("office", "doc_class", "mode", "last", "year", "first")

    def has_add_permission(self, request: Any) -> bool:
        return False


class People(Fixed):
    exclude = ("password",)
    list_display = ("name", "username", "is_active", "is_staff", "is_superuser")
    search_fields = ("name", "username")


KINDS = {Series: PatternOnly, Person: People}


def shown_as(model: type[Model]) -> type[Careful]:
    """How a model is shown; ids are typed where a list of all choices would be the whole country."""
    if model not in BY_HAND:
        return KINDS.get(model, Fixed)
    keys = [field.name for field in model._meta.fields if isinstance(field, ForeignKey)]
    return type(f"{model.__name__}Admin", (Careful,), {"raw_id_fields": keys})


for label in DOMAIN:
    for one in apps.get_app_config(label).get_models():
        if one not in WITH_SECRETS:
            one._meta.verbose_name_plural = one._meta.verbose_name  # Indonesian knows no plural ending
            site.register(one, shown_as(one))
