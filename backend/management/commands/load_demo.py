"""Play the stories into the demo's database, then let the real clock rule. Again it does nothing."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from backend.scenarios.errors import BadScenario, StoryStopped
from backend.scenarios.playing import Played, go_on_live, play, play_lately
from backend.scenarios.story import DEMO, load
from workflows.core.clock import DEFAULT_ZONE, go_live, today
from workflows.core.models import Clock, JournalEntry
from workflows.organisation.models import Capacity, Level, Mandate, Office, Person, Region, Role
from workflows.organisation.offices import open_administration, open_provincial_agency


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.ENVIRONMENT == "production":
            raise CommandError("Contoh tidak dimuat ke dalam pemasangan yang sesungguhnya.")
        if JournalEntry.objects.exists():
            return self.tell_what_is_there()
        try:
            plays = play([load(name) for name in DEMO], self.stdout.write)
            play_lately(plays, really_today(), self.stdout.write)
        except (BadScenario, StoryStopped) as bad:
            raise CommandError(str(bad)) from None
        self.demand_success(plays)
        begin_the_present()
        for played in plays:
            go_on_live(played)
        return self.demand_success(plays)

    def tell_what_is_there(self) -> None:
        if Clock.objects.get().kind == Clock.Kind.STORY:
            raise CommandError("Pemuatan contoh pernah terputus; mulai lagi dengan ./siklus reset.")
        self.stdout.write("Contoh sudah dimuat.")

    def demand_success(self, plays: list[Played]) -> None:
        if failures := [failure for played in plays for failure in played.failures]:
            raise CommandError("\n".join(failures))


def really_today() -> date:
    """While a story's clock rules: the day where it comes last in the country, so that no day is told of before it has come."""
    return datetime.now(ZoneInfo(DEFAULT_ZONE)).date()


def begin_the_present() -> None:
    """The real clock, whom no article tells of, and one password for everybody who is made up."""
    go_live()
    for regency in Region.objects.filter(level=Level.REGENCY, offices__isnull=False).distinct():
        appoint(regency, "pengelola", "Contoh Pengelola", open_administration)
    for province in Region.objects.filter(level=Level.PROVINCE, children__offices__isnull=False).distinct():
        appoint(province, "kadis-provinsi", "Contoh Kepala Dinas Provinsi", open_provincial_agency)
    people = Person.objects.exclude(mandates__office__role=Role.SYSTEM)
    people.update(password=make_password(settings.DEMO_PASSWORD))


def appoint(region: Region, login: str, name: str, opened: Callable[[Region, date], Office]) -> None:
    """Somebody at the head of an office that a visitor needs to see what is seen there."""
    since = today(region.zone)
    person = Person.objects.create(username=f"{slugify(region.name)}.{login}", name=name)
    Mandate.objects.create(office=opened(region, since), person=person, capacity=Capacity.DEFINITIF, since=since)
