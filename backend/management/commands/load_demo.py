"""Play the stories into the demo's database, then let the real clock rule. Again it does nothing."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from backend.scenarios.errors import BadScenario, StoryStopped
from backend.scenarios.playing import Played, go_on_live, play
from backend.scenarios.story import DEMO, load
from workflows.core.clock import go_live, today
from workflows.core.models import Clock, JournalEntry
from workflows.organisation.models import Capacity, Level, Mandate, Person, Region, Role
from workflows.organisation.offices import open_administration
from workflows.organisation.working_days import fill_calendar


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.ENVIRONMENT == "production":
            raise CommandError("Contoh tidak dimuat ke dalam pemasangan yang sesungguhnya.")
        if JournalEntry.objects.exists():
            return self.tell_what_is_there()
        try:
            plays = play([load(name) for name in DEMO], self.stdout.write)
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


def begin_the_present() -> None:
    """The real clock, a calendar up to next year, who looks after Siklus, and one password for everybody who is made up."""
    first = Clock.objects.get().date
    go_live()
    fill_calendar(range((first or date.today()).year, date.today().year + 2))
    for regency in Region.objects.filter(level=Level.REGENCY, offices__isnull=False).distinct():
        appoint_administrator(regency)
    people = Person.objects.exclude(mandates__office__role=Role.SYSTEM)
    people.update(password=make_password(settings.DEMO_PASSWORD))


def appoint_administrator(regency: Region) -> None:
    """No article tells of one; a visitor who is to see the administration needs one."""
    person = Person.objects.create(username=f"{slugify(regency.name)}.pengelola", name="Contoh Pengelola")
    office = open_administration(regency, today(regency.zone))
    Mandate.objects.create(office=office, person=person, capacity=Capacity.DEFINITIF, since=today(regency.zone))
