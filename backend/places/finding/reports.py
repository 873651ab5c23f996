"""By what reports tell of: their form, month and year as they are typed, then the village or the words of an activity."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from backend.access import Scope, reports_in
from workflows.core.finding import Words
from workflows.core.wording import MONTHS
from workflows.reports.models import Report
from workflows.reports.shipped import newest

from .regions import LEAST, named

YEAR = re.compile(r"20\d\d")
WORD = re.compile(r"\w{5,}")
"""Shorter words of a form's title tell nobody which form is meant."""
SAYS_NOTHING = {"laporan", "tahun"}
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}


@dataclass(frozen=True)
class Asked:
    """`form`, `month` and `year` where they were typed (else empty), and the `rest` of the words."""

    form: str
    month: int
    year: int
    rest: str

    @property
    def narrows(self) -> bool:
        return bool(self.form or self.month or self.year)

    @property
    def terms(self) -> Q:
        given: dict[str, Any] = {"form__in": [self.form] if self.form else list(newest())}
        if self.year:
            given["period__range"] = (date(self.year, 1, 1), date(self.year, 12, 31))
        return Q(**given) & (Q(period__month=self.month) if self.month else Q())


def reports_like(words: str, scope: Scope) -> QuerySet[Report]:
    """The reports that stand, the newest first."""
    asked = understood(words)
    if not asked.narrows and len(asked.rest) < LEAST:
        return Report.objects.none()
    found = reports_in(scope).filter(asked.terms, standing=True)
    if asked.rest:
        about = SearchQuery(asked.rest, config="indonesian", search_type="websearch")
        of_villages = found.filter(kampung__region__in=named(asked.rest).values("region"))
        of_activities = found.exclude(occasion="").alias(words=Words("occasion")).filter(words=about)
        found = Report.objects.filter(pk__in=of_villages.values("pk").union(of_activities.values("pk")))
    return found.select_related("kampung__region__parent").order_by("-period", "-pk")


def understood(words: str) -> Asked:
    """`bulanan Limbung Mei 2024` → progress, May, 2024, `Limbung`."""
    form, month, year, rest = "", 0, 0, []
    for word in words.split():
        plain = word.lower()
        if plain in forms_by_word():
            form = forms_by_word()[plain]
        elif plain in MONTH_NUMBERS:
            month = MONTH_NUMBERS[plain]
        elif YEAR.fullmatch(plain):
            year = int(plain)
        elif plain not in SAYS_NOTHING:
            rest.append(word)
    return Asked(form, month, year, " ".join(rest))


@cache
def forms_by_word() -> dict[str, str]:
    """Every word that stands in the title of one form alone."""
    titles = {code: set(WORD.findall(form.title.lower())) for code, form in newest().items()}
    every = [word for words in titles.values() for word in words]
    return {word: code for code, words in titles.items() for word in words if every.count(word) == 1}
