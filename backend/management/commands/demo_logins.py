"""Print a login for each role of each district of the demo."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from workflows.core.clock import today
from workflows.organisation.models import Capacity, Level, Mandate, Office, Region, Role
from workflows.reports.models import Report

ROLES = [Role.PKB, Role.CAMAT, Role.AGENCY, Role.LEGAL, Role.ASSISTANT, Role.SECRETARY, Role.REGENT, Role.ADMINISTRATOR]
DRAFTERS = [Role.AGENCY, Role.LEGAL]
STAFF = 2
HEAD = ("Wilayah", "Jabatan", "Nama pengguna")


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.ENVIRONMENT != "demo":
            raise CommandError("Hanya demo yang menampilkan kata sandi contoh.")
        shown = [(regency, mandate) for regency in of_level(Level.REGENCY) for mandate in logins(regency, today(regency.zone))]
        above = [(province, mandate) for province in of_level(Level.PROVINCE) for mandate in holding(province)]
        rows = [HEAD, *((region.name, called(mandate), mandate.person.username) for region, mandate in [*shown, *above])]
        widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
        for row in rows:
            self.stdout.write("  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip())
        self.stdout.write(f"Kata sandi semuanya: {settings.DEMO_PASSWORD}")


def of_level(level: Level) -> QuerySet[Region]:
    return Region.objects.filter(level=level).order_by("name")


def holding(region: Region) -> QuerySet[Mandate]:
    """Who holds the offices of the region itself."""
    return Mandate.objects.in_force(today(region.zone)).filter(office__region=region).select_related("office", "person")


def logins(regency: Region, day: date) -> Iterator[Mandate]:
    """One holder for each role, one of those who draft for an office, from one village its head with two of the staff, and the
    head of a village that has reported.
    """
    held = Mandate.objects.in_force(day).filter(office__in=offices_in(regency)).select_related("office", "person")
    held = held.order_by("office__region__path", "since", "pk")
    if village := village_to_show(held):
        yield from held.filter(office__region=village, office__role=Role.VILLAGE_HEAD).deciding()[:1]
        yield from held.filter(office__region=village, capacity=Capacity.STAF)[:STAFF]
    yield from heads_who_report(held).exclude(office__region=village)[:1]
    for role in ROLES:
        yield from held.filter(office__role=role).deciding()[:1]
        if role in DRAFTERS:
            yield from held.filter(office__role=role, capacity=Capacity.STAF)[:1]


def offices_in(regency: Region) -> QuerySet[Office]:
    return Office.objects.active().filter(region__in=Region.objects.under(regency))


def village_to_show(held: QuerySet[Mandate]) -> int | None:
    """The village with staff whose head has most to do; a desa rather than a kelurahan."""
    heads = held.filter(office__role=Role.VILLAGE_HEAD).exclude(capacity=Capacity.STAF)
    staffed = heads.filter(office__mandates__capacity=Capacity.STAF)
    busy = staffed.annotate(
        open=Count("office__assignments", filter=Q(office__assignments__state="open"), distinct=True)
    )
    return (
        busy.order_by("-open", "office__region__kind", "office__region__path")
        .values_list("office__region", flat=True)
        .first()
    )


def heads_who_report(held: QuerySet[Mandate]) -> QuerySet[Mandate]:
    told = Report.objects.filter(kampung__region=OuterRef("office__region"))
    return held.filter(Exists(told), office__role=Role.VILLAGE_HEAD).exclude(capacity=Capacity.STAF)


def called(mandate: Mandate) -> str:
    """The office's label, or its head by the acronym where the name is long."""
    named = mandate.office.names.exclude(acronym="").order_by("-since").first()
    label = f"Kepala {named.acronym}" if named else mandate.office.label
    return f"Staf {label}" if mandate.capacity == Capacity.STAF else label
