"""*Kebutuhan*: what the villages need of other offices, by owner, day and kecamatan; and how much is still open where."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from backend.access import needs_for, scope_of
from backend.keyset import page_or_first
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.pages.forms import Day
from workflows.coaching.inventory import Inventory, inventory
from workflows.coaching.lists import AIMS, published
from workflows.coaching.models import Need
from workflows.coaching.states import UNANSWERED, NeedState
from workflows.organisation.models import Level, Office, Region

SECTION = {"section": "year"}
OPEN, LATE = "terbuka", "lewat"
STANDING = {
    OPEN: (_("Belum dijawab"), Q(state__in=UNANSWERED)),
    "tanpa-pemilik": (_("Belum diserahkan"), Q(state=NeedState.OPEN, owner=None)),
    LATE: (_("Lewat tenggat"), Q(state__in=UNANSWERED)),
    "dijawab": (_("Dijawab, belum dinyatakan selesai"), Q(state=NeedState.ANSWERED)),
    "selesai": (_("Selesai"), Q(state=NeedState.DONE)),
    "ditolak": (_("Tidak dapat dipenuhi"), Q(state=NeedState.REFUSED)),
    "semua": (_("Semua"), Q()),
}
ASKING = [OPEN, "tanpa-pemilik", LATE, "dijawab"]
"""Where somebody is to do something."""
LABELS = {item.key: item.label for one in published(AIMS) for item in one.items}
"""A key that several lists have is labelled as the last of them words it."""


class Search(forms.Form):
    """What cannot be read narrows nothing. Without a word on it, what is not answered is shown."""

    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False, choices=[(name, one[0]) for name, one in STANDING.items()])
    pemilik = forms.ModelChoiceField(Office.objects.none(), label=_("Diserahkan kepada"), required=False,
                                     empty_label=_("Semua kantor"))  # fmt: skip
    kecamatan = forms.ModelChoiceField(Region.objects.none(), label=_("Kecamatan"), required=False,
                                       empty_label=_("Semua kecamatan"))  # fmt: skip
    sasaran = forms.ChoiceField(label=_("Sasaran"), required=False, choices=[("", _("Semua sasaran")), *LABELS.items()])
    tenggat = forms.DateField(label=_("Tenggat s.d."), widget=Day(), required=False)
    desa = forms.IntegerField(widget=forms.HiddenInput, required=False)
    cari = forms.CharField(label=_("Kata dalam kebutuhan"), required=False, max_length=100)

    def __init__(self, data: Any, acting: Acting):
        super().__init__(data)
        self.acting = acting
        seen: Any = needs_for(acting.scope)
        self.fields["pemilik"].queryset = Office.objects.filter(pk__in=seen.values("owner")).order_by("label")  # type: ignore[attr-defined]
        here = Region.objects.filter(pk__in=seen.values("kampung__region__parent"), level=Level.DISTRICT)
        self.fields["kecamatan"].queryset = here.order_by("name")  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def standing(self) -> str:
        return self.cleaned_data.get("keadaan") or OPEN

    @property
    def used(self) -> bool:
        return self.standing != OPEN or any(value for name, value in self.cleaned_data.items() if name != "keadaan")

    def narrowed(self, needs: QuerySet[Need]) -> QuerySet[Need]:
        given = self.cleaned_data
        asked = {"owner": given.get("pemilik"), "kampung__region__parent": given.get("kecamatan"),
                 "kampung": given.get("desa"), "aim": given.get("sasaran"), "due_on__lte": given.get("tenggat"),
                 "what__icontains": given.get("cari")}  # fmt: skip
        return needs.filter(standing(self.standing, self.acting), **{name: value for name, value in asked.items() if value})


def standing(name: str, acting: Acting) -> Q:
    return STANDING[name][1] & (Q(due_on__lt=acting.today) if name == LATE else Q())


@require_GET
@acting
def needs(request: OfficialRequest) -> HttpResponse:
    """The nearest day first; what nobody was asked for yet comes last."""
    search, seen = Search(request.GET, request.acting), needs_for(request.acting.scope)
    related = ("file", "kampung__region__parent", "owner")
    rows, after = page_or_first(search.narrowed(seen).select_related(*related), ["due_on", "pk"], request.GET.get("sesudah"))
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    return render(request, "coaching/needs.html", SECTION | {
        "needs": rows, "after": after, "search": search, "narrowed": kept.urlencode(), "today": request.acting.today,
        "room": "needs", "counts": counted(seen, request.acting), "owners": by_owner(seen, request.acting),
        "districts": by_district(seen, request.acting), "has_territory": bool(scope_of(request.acting.scope).paths),
    })  # fmt: skip


def counted(seen: QuerySet[Need], acting: Acting) -> list[tuple[str, Any, int]]:
    """Of what asks for something: its name as a filter, its words, how many."""
    return [(name, STANDING[name][0], seen.filter(standing(name, acting)).count()) for name in ASKING]


def by_owner(seen: QuerySet[Need], acting: Acting) -> list[tuple[Office, Inventory]]:
    """The most late first."""
    found = inventory(seen, "office", acting.today)
    offices = Office.objects.in_bulk([pk for pk in found if pk])
    return sorted(((offices[pk], one) for pk, one in found.items() if pk), key=most_late)


def by_district(seen: QuerySet[Need], acting: Acting) -> list[tuple[Region, Inventory]]:
    found = inventory(seen, "district", acting.today)
    regions = Region.objects.in_bulk([pk for pk in found if pk])
    return sorted(((regions[pk], one) for pk, one in found.items() if pk), key=most_late)


def most_late(row: tuple[Any, Inventory]) -> tuple[int, int, str]:
    return -row[1].late, -row[1].unanswered, str(row[0])
