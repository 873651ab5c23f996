"""The acts on a whole file: hand in, hand in again, withdraw, enter an old decree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from backend.acts import LONGEST_REASON, act_on, acts_of, fitting, offer
from workflows.core.errors import NotDone
from workflows.core.models import JournalEntry
from workflows.core.naming import root_of

from .acting import Acting, OfficialRequest
from .forms import Day, area, renew
from .offers import OnPage
from .reasons import label_reason
from .wordings import Words


class FileActForm(forms.Form):
    """Which version was seen, and the key that makes two clicks one act. What is acted upon, and by whom, a page tells it."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, name: str, version: int, subject: Any = None, acting: Acting | None = None):
        super().__init__(data, auto_id=f"{name}_%s", initial={"key": str(uuid4()), "version": version})
        self.name, self.subject, self.acting = name, subject, acting
        self.offer()

    def offer(self) -> None:
        """Fill in what depends on the act, or on what is acted upon."""

    def values(self) -> dict[str, Any]:
        return {}

    def day(self) -> date | None:
        return None


class WithReason(FileActForm):
    reason = forms.CharField(widget=area(), max_length=LONGEST_REASON)

    def offer(self) -> None:
        label_reason(self.fields["reason"], self.name)


class EnterOld(FileActForm):
    number = forms.CharField(label=_("Nomor pada kertas"), max_length=100)
    on = forms.DateField(label=_("Tanggal penetapan pada kertas"), widget=Day())

    def values(self) -> dict[str, Any]:
        return {"number": self.cleaned_data["number"]}

    def day(self) -> date | None:
        return self.cleaned_data["on"]


class Report(FileActForm):
    number = forms.CharField(label=_("Nomor surat laporan"), max_length=100)
    reported_on = forms.DateField(label=_("Tanggal surat"), widget=Day())

    def values(self) -> dict[str, Any]:
        return {"number": self.cleaned_data["number"], "reported_on": self.cleaned_data["reported_on"].isoformat()}


@dataclass(frozen=True)
class FileButton:
    consequence: Words
    form: Callable[..., FileActForm] = FileActForm
    main: bool = False
    danger: bool = False


class Finalise(FileActForm):
    number = forms.CharField(label=_("Nomor dari buku agenda"), max_length=100, required=False,
                             help_text=_("Kosong bila nomornya diberikan Siklus."))  # fmt: skip
    reason = forms.CharField(label=_("Alasan"), widget=area(2), required=False,
                             help_text=_("Hanya bila nomornya sisipan atau tidak urut."))  # fmt: skip

    def values(self) -> dict[str, Any]:
        typed = self.cleaned_data["number"]
        return {"number": typed} if typed else {}


FILE_BUTTONS = {
    "submit": FileButton(_("Naskah dibekukan dan berjalan menurut alurnya."), main=True),
    "resubmit": FileButton(_("Berkas kembali ke kantor yang mengembalikannya."), main=True),
    "withdraw": FileButton(_("Berkas berakhir; desa di dalamnya bebas untuk naskah lain."), WithReason),
    "enter_old": FileButton(_("Untuk keputusan yang sudah terbit di kertas, dengan nomor dan tanggalnya."), EnterOld),
    "finalise": FileButton(_("Surat diberi nomor dan tanggal lalu dibekukan; naskah akhirnya dibuat."), Finalise, main=True),
    "return_to_draft": FileButton(_("Nomornya batal; surat diperbaiki lalu diterbitkan ulang."), WithReason),
    "cancel": FileButton(_("Surat berakhir dan nomornya tercatat batal."), WithReason),
    "take_back_number": FileButton(_("Nomor kembali ke buku kantor dan dicatat lagi."), WithReason),
    "report": FileButton(_("Surat kepada Bupati/Wali Kota melalui Camat; tercetak dalam Buku A.2."), Report),
}  # fmt: skip
NOT_MINE = {"is_a_villages_decree", "my_office_typed_its_number", "my_office_keeps_its_papers", "runs_its_round"}
"""Rules by which an act is no business of this file or this office: it is not shown at all."""


Bound = tuple[str, FileActForm] | None
Buttons = Mapping[str, FileButton]


def file_offers(subject: Any, acting: Acting, bound: Bound = None, buttons: Buttons = FILE_BUTTONS) -> list[OnPage]:
    """The acts that the file knows in its state, each with what stands in its way; `bound` was just refused.

    What is no file (an event, a visit) brings its own `buttons`, as does a kind of file with acts of its own.
    """
    known = {act.name: act for act in fitting(subject)}
    refused = dict([bound] if bound else [])
    shown = [
        OnPage(
            offer(known[name], subject, acting.mandate),
            button,
            refused.get(name) or button.form(name=name, version=version_of(subject), subject=subject, acting=acting),
        )
        for name, button in buttons.items()
        if name in known
    ]
    return [one for one in shown if not {problem.rule for problem in one.problems} & NOT_MINE]


def version_of(subject: Any) -> int:
    """Of the file; of what is none, its own."""
    return subject.file.version if root_of(type(subject))[1] == "file" else subject.version


def file_act(
    request: OfficialRequest, name: str, find: Callable[[], Any], show: Callable[..., HttpResponse], page: str,
    buttons: Buttons = FILE_BUTTONS,
) -> HttpResponse:  # fmt: skip
    """Do the named act on what `find` gives and go to its `page`; what stands in the way is said by `show`."""
    found = find()
    if name not in buttons or name not in acts_of(found.__class__):
        raise Http404
    form = buttons[name].form(request.POST, name=name, version=version_of(found), subject=found, acting=request.acting)
    if not form.is_valid():
        return show(request, found, (name, form), status=422)
    try:
        do(found, name, form, request.acting)
    except NotDone as refusal:
        now = find()
        renew(form, version=version_of(now))
        return show(request, now, (name, form), refusal, status=422)
    return redirect(page, found.pk)


def do(subject: Any, name: str, form: FileActForm, acting: Acting) -> JournalEntry:
    """The act as the form says. Raises what `perform` raises."""
    given = form.cleaned_data
    return act_on(
        acting.mandate.person, subject, name, mandate=acting.mandate.pk, version=given["version"], key=given["key"],
        reason=given.get("reason", ""), values=form.values(), on=form.day(),
    )  # fmt: skip
