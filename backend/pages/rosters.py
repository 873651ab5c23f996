"""The roster of a Pokja on a draft decree: one member a line, as people have it in a table."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from workflows.core.errors import NotDone
from workflows.decrees.drafting import EDITABLE_STATES
from workflows.decrees.models import Decree, DecreeRow
from workflows.routes.drafts import open_draft
from workflows.villages.models import Member, Pokja
from workflows.villages.posts import LEADERS, SECTIONS
from workflows.villages.rosters import set_roster
from workflows.villages.states import Structure

from .acting import OfficialRequest, acting
from .decrees import decree_or_404
from .draft_forms import Lines
from .drafts import answer

COLUMNS = ["position", "section", "name", "element"]


class Roster(forms.Form):
    structure = forms.ChoiceField(
        label=_("Pembagian"), choices=Structure.choices, widget=forms.RadioSelect, initial=Structure.SEKSI
    )
    members = Lines(
        14,
        label=_("Anggota"),
        help_text=_(
            "Satu baris satu anggota: kedudukan | seksi | nama | unsur. Contoh: Anggota | Keagamaan | Contoh Nama | Tokoh agama"
        ),
    )

    def members_given(self) -> list[dict[str, str]]:
        """As `set_roster` takes them; missing columns are empty."""
        return [
            dict(zip(COLUMNS, (*cells(line), "", "", "", ""), strict=False)) for line in self.cleaned_data["members"]
        ]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.replace("\t", "|").split("|")]


def as_line(member: Member) -> str:
    return " | ".join(getattr(member, name) for name in COLUMNS).rstrip(" |")


def blank() -> list[str]:
    """The posts of every Pokja, to be filled in."""
    return [*(f"{post} | | " for post in LEADERS), *(f"Anggota | {section} | " for section in SECTIONS)]


@require_http_methods(["GET", "POST"])
@acting
def roster(request: OfficialRequest, pk: int, row: int) -> HttpResponse:
    """The roster of one village on the list."""
    found = decree_or_404(request, pk)
    listed = get_object_or_404(found.rows.select_related("kampung__region"), order=row, struck=False)
    form = Roster(request.POST or None, initial=initial_of(listed))
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            save(found, listed, form, request)
        except NotDone as error:
            refusal = error
        else:
            return redirect("decree", pk)
    title = _("Susunan Pokja %(name)s") % {"name": listed.kampung.region}
    return answer(
        request, "decrees/edit.html", {"form": form, "decree": found, "file": found.file, "title": title}, refusal
    )


def initial_of(listed: DecreeRow) -> dict[str, Any]:
    drafted = Pokja.objects.filter(file=listed.decree_id, kampung=listed.kampung_id).first()
    if drafted is None:
        return {"members": blank()}
    return {"structure": drafted.structure, "members": [as_line(member) for member in drafted.members.all()]}


@transaction.atomic
def save(found: Decree, listed: DecreeRow, form: Roster, request: OfficialRequest) -> None:
    """Raises `Refused` when it is not this office's to edit, `BadValues` naming the line."""
    open_draft(found, request.acting.mandate, EDITABLE_STATES)
    set_roster(found.file, listed.kampung, form.members_given(), form.cleaned_data["structure"])
