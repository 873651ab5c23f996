"""*Yang masih kurang*: what a district needs before its first decree, each with the place that puts it right."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest
from workflows.decrees.models import LegalBasis, Series
from workflows.decrees.states import DecreeKind, LetterClass
from workflows.organisation.mandates import vacant
from workflows.organisation.models import Level, Office, Person, Region, Role, Stationery
from workflows.villages.models import KampungKB

from .room import SECTION, overseeing


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, why it matters, and where to put it right (empty: nobody here can)."""

    words: str
    why: str
    url: str = ""


@require_GET
@overseeing
def lacking(request: OfficialRequest) -> HttpResponse:
    found = lacks(request.acting.region, request.acting.today)
    return render(request, "administration/lacking.html", SECTION | {"lacks": found})


def lacks(region: Region, today: date) -> list[Lack]:
    """The most pressing first."""
    offices = Office.objects.active().filter(region__in=Region.objects.under(region))
    return [*vacancies(offices, today), *registers(offices), *papers(region), *contents(region, offices)]


def vacancies(offices: QuerySet[Office], today: date) -> list[Lack]:
    empty = vacant(today).filter(pk__in=offices.values("pk"))
    by_role = dict(empty.values_list("role").annotate(n=Count("pk")).order_by())
    words = {role: ngettext("%(n)d jabatan %(role)s tanpa pejabat", "%(n)d jabatan %(role)s tanpa pejabat", n)
             % {"n": n, "role": Role(role).label} for role, n in by_role.items()}  # fmt: skip
    return [
        Lack(words[role], _("Tugas untuk jabatan ini tidak ada yang mengerjakan."),
             f"{reverse('offices')}?{urlencode({'tanpa': 'on', 'peran': role})}")
        for role in sorted(by_role, key=Role.values.index, reverse=True)
    ]  # fmt: skip


def registers(offices: QuerySet[Office]) -> list[Lack]:
    kept = set(Series.objects.filter(office__in=offices).values_list("office__role", "doc_class"))
    wanted = {
        (Role.REGENT, DecreeKind.REGENT): _("Buku nomor keputusan kepala daerah belum diatur"),
        (Role.AGENCY, LetterClass.LETTER): _("Buku nomor surat OPD KB belum diatur"),
        (Role.AGENCY, LetterClass.NOTE): _("Buku nomor nota dinas OPD KB belum diatur"),
    }
    seats = {office.role: office for office in offices.filter(role__in=[Role.REGENT, Role.AGENCY])}
    return [
        Lack(words, _("Tanpa buku nomor naskahnya tidak dapat bernomor."), reverse("office", args=[seats[role].pk]))
        for (role, doc_class), words in wanted.items() if (role, doc_class) not in kept and role in seats
    ]  # fmt: skip


def papers(region: Region) -> list[Lack]:
    own = Stationery.objects.filter(Q(region=region) | Q(office__region=region)).exclude(emblem=None)
    found = [] if own.exists() else [
        Lack(_("Lambang daerah belum diunggah"), _("Kop naskah dicetak tanpa lambang."),
             reverse("stationery", args=["wilayah", region.pk]))
    ]  # fmt: skip
    return [*found, *legal_bases(region)]


def legal_bases(region: Region) -> list[Lack]:
    there = LegalBasis.objects.of(region)
    if not there.filter(cited_under="mengingat").exists():
        return [Lack(_("Belum ada dasar hukum"), _("Setiap keputusan menyebut dasar hukumnya."), reverse("bases"))]
    if not (doubtful := there.filter(region=region, verified=False).count()):
        return []
    words = _("%(n)d dasar hukum belum diverifikasi") % {"n": doubtful}
    return [Lack(words, _("Cocokkan judulnya dengan sumber resmi sebelum dikutip."), reverse("bases"))]


def contents(region: Region, offices: QuerySet[Office]) -> list[Lack]:
    villages = Region.objects.under(region).filter(level=Level.VILLAGE, closed_on=None)
    without = villages.exclude(pk__in=KampungKB.objects.values("region")).count()
    silent = Person.objects.filter(mandates__office__in=offices, phone="", email="").distinct().count()
    found = []
    if without:
        words = _("%(n)d desa/kelurahan belum ada di daftar Kampung KB") % {"n": without}
        why = _("Unggah daftar desa dari Excel, atau tunggu usulannya.")
        found.append(Lack(words, why, reverse("new-import", args=["desa"])))
    if silent:
        words = _("%(n)d orang tanpa nomor HP dan surel") % {"n": silent}
        found.append(Lack(words, _("Mereka tidak dapat diundang dan tidak diberi tahu."), reverse("people")))
    return found
