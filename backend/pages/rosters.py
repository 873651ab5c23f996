"""The roster of a Pokja on a draft decree: a row for each post, filled in by hand or from pasted lines."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backend.ids import ids_in
from workflows.core.errors import BadValues, NotDone
from workflows.decrees.drafting import EDITABLE_STATES
from workflows.decrees.models import Decree, DecreeRow
from workflows.routes.drafts import open_draft
from workflows.villages.models import Pokja
from workflows.villages.posts import LEADERS, SECTIONS
from workflows.villages.rosters import set_roster
from workflows.villages.states import Structure

from .acting import OfficialRequest, acting
from .autosave import Saving, differing, is_autosave
from .decrees import decree_or_404
from .drafts import answer, version_of
from .forms import area, renew
from .pasted_members import MEMBER, Seat, members_in, seated

COLUMNS = {"position": (_("Kedudukan"), 60), "section": (_("Seksi/bidang"), 100), "name": (_("Nama"), 150), "element": (_("Unsur"), 150)}
MOST = 60
BLANK: Seat = dict.fromkeys(COLUMNS, "")


class Roster(forms.Form):
    """A row of four fields for each member; rows without a name are left out."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST)
    structure = forms.ChoiceField(label=_("Pembagian"), choices=Structure.choices, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, seats: list[Seat], structure: str, version: int):
        sent = ids_in([data.get("rows", "")]) if data is not None else []
        self.count = min(sent[0] if sent else len(seats), MOST)
        self.seats = [*seats, *([BLANK] * (self.count - len(seats)))]
        super().__init__(data, initial={"version": version, "rows": self.count, "structure": structure})
        for n, seat in enumerate(self.seats[: self.count], 1):
            for key, (label, longest) in COLUMNS.items():
                self.fields[f"{n}.{key}"] = forms.CharField(label=label, max_length=longest, required=False, initial=seat[key])

    def table(self) -> list[dict[str, Any]]:
        """The rows with their bound fields, called by their posts."""
        return [{key: self[f"{n}.{key}"] for key in COLUMNS} | {"title": self.title(n), "number": n} for n in range(1, self.count + 1)]

    def title(self, n: int) -> str:
        known = self.seats[n - 1]
        return f"{known['position'] or MEMBER} {known['section']}".strip()

    def members(self) -> list[Seat]:
        """As `set_roster` takes them."""
        given = self.cleaned_data
        rows = [{key: given.get(f"{n}.{key}", "") for key in COLUMNS} for n in range(1, self.count + 1)]
        return [row | {"position": row["position"] or MEMBER} for row in rows if row["name"]]


class Pasted(forms.Form):
    lines = forms.CharField(
        label=_("Tempel dari WhatsApp"), widget=area(4), max_length=20_000,
        help_text=_("Satu baris satu orang, misalnya “Contoh Nama - 0812… - Ketua”. Nomor telepon tidak disimpan."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@acting
def roster(request: OfficialRequest, pk: int, row: int) -> HttpResponse:
    """The roster of one village on the list."""
    found = decree_or_404(request, pk)
    listed = get_object_or_404(found.rows.select_related("kampung__region"), order=row, struck=False)
    if "lines" in request.POST:
        return paste(request, found, listed)
    fresh, save = partial(form_of, found, listed, request), partial(keep, found, listed, request)
    if is_autosave(request):
        return Saving(fresh, save, partial(version_of, found)).answer(request.POST)
    form, refusal, theirs = fresh(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        try:
            save(form)
        except NotDone as error:
            refusal, theirs = error, differing(fresh, request.POST)
            renew(form, version=version_of(found))
        else:
            return redirect(request.get_full_path()) if "more" in request.POST else redirect("decree", pk)
    return page(request, found, listed, form, refusal, theirs=theirs)


def page(request: OfficialRequest, found: Decree, listed: DecreeRow, form: Roster, refusal: NotDone | None, **more: Any) -> HttpResponse:
    title = _("Susunan Pokja %(name)s") % {"name": listed.kampung.region}
    context = {"form": form, "pasted": Pasted(), "decree": found, "file": found.file, "title": title, "sections": SECTIONS,
               "posts": [*LEADERS, MEMBER]}  # fmt: skip
    return answer(request, "decrees/roster.html", context | more, refusal)


def form_of(found: Decree, listed: DecreeRow, request: OfficialRequest, data: Any = None) -> Roster:
    """With what is kept now, an empty row for every post that nobody has, and as many more as the address asks for."""
    seats, structure = seats_of(listed)
    more = [BLANK] * min(sum(ids_in(request.GET.getlist("tambah"))), MOST)
    return Roster(data, seats=[*seats, *more], structure=structure, version=version_of(found))


def seats_of(listed: DecreeRow) -> tuple[list[Seat], str]:
    """Personal members as they are kept, and the posts of every Pokja that are still empty."""
    drafted = Pokja.objects.filter(file=listed.decree_id, kampung=listed.kampung_id).prefetch_related("members").first()
    structure = drafted.structure if drafted else Structure.SEKSI
    members = [member for member in drafted.members.all() if not member.office_id] if drafted else []
    seats = [{key: getattr(member, key) for key in COLUMNS} for member in members]
    there = {(seat["position"], seat["section"]) for seat in seats}
    filled = {seat["section"] for seat in seats}
    empty = [BLANK | {"position": post} for post in LEADERS if (post, "") not in there]
    if structure == Structure.SEKSI:
        empty += [BLANK | {"position": MEMBER, "section": section} for section in SECTIONS if section not in filled]
    return in_order([*seats, *empty]), structure


def in_order(seats: list[Seat]) -> list[Seat]:
    """Leaders, then the sections in their order, then whatever else."""
    posts = {post: n for n, post in enumerate(LEADERS)}
    sections = {section: n for n, section in enumerate(SECTIONS)}
    return sorted(seats, key=lambda seat: (posts.get(seat["position"], 9), sections.get(seat["section"], 99)))


@transaction.atomic
def keep(found: Decree, listed: DecreeRow, request: OfficialRequest, form: Roster) -> None:
    """Raises `Conflict` or `Refused` when it is no longer this office's to edit, `BadValues` naming the line."""
    open_draft(found, request.acting.mandate, EDITABLE_STATES, form.cleaned_data.get("version"))
    ex_officio = Pokja.objects.filter(file=found.pk, kampung=listed.kampung_id, members__office__isnull=False)
    seats = [*form.members(), *ex_officio.values("members__position", "members__section", "members__element", "members__office")]
    members = [{key.removeprefix("members__"): value for key, value in seat.items()} for seat in seats]
    set_roster(found.file, listed.kampung, members, form.cleaned_data.get("structure") or Structure.SEKSI)


@transaction.atomic
def paste(request: OfficialRequest, found: Decree, listed: DecreeRow) -> HttpResponse:
    """Seat the people of pasted lines beside those who are there."""
    sent, (seats, structure) = members_in(request.POST["lines"][:20_000]), seats_of(listed)
    rows = seated(sent, seats)[:MOST]
    form = Roster(None, seats=rows, structure=structure, version=version_of(found))
    form.cleaned_data = {f"{n}.{key}": value for n, seat in enumerate(rows, 1) for key, value in seat.items()}
    form.cleaned_data["structure"] = structure
    try:
        named(sent)
        keep(found, listed, request, form)
    except NotDone as refusal:
        return page(request, found, listed, form, refusal)
    words = _("%(n)d orang dimasukkan: %(names)s. Periksa kedudukannya.")
    messages.success(request, words % {"n": len(sent), "names": ", ".join(seat["name"] for seat in sent)}, extra_tags="done")
    return redirect(request.get_full_path())


def named(sent: list[Seat]) -> None:
    """Raises `BadValues` for a text in which nobody is named."""
    if not sent:
        raise BadValues({"lines": str(_("Tidak ada nama dalam teks itu. Tulis satu orang satu baris, namanya di depan."))})
