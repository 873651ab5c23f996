"""The acts on a need: who asks an office, and who was asked and answers. Each with its button and its form."""

from contextlib import suppress
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from backend.pages.acting import Acting
from backend.pages.file_acts import FileActForm, FileButton, WithReason
from backend.pages.forms import Day, area
from workflows.coaching.lists import FUNDS, named
from workflows.coaching.models import Need
from workflows.coaching.rules.agency_or_secretary import COORDINATING
from workflows.coaching.rules.owner_is_competent import NEVER
from workflows.coaching.states import NeedState
from workflows.organisation.models import Office, Role
from workflows.organisation.working_days import NoCalendar, due_date
from workflows.routes.planning import ancestors

DAYS_TO_ANSWER = 10
"""Working days that are proposed to who is asked."""


class Entrust(FileActForm):
    office = forms.ModelChoiceField(Office.objects.none(), label=_("Serahkan kepada"), empty_label=_("— pilih kantor —"),
                                    help_text=_("Perangkat daerah mitra dahulu, lalu kantor lain untuk desa ini."))  # fmt: skip
    due_on = forms.DateField(label=_("Dijawab paling lambat"), widget=Day())
    instruction = forms.CharField(label=_("Pesan"), widget=area(2), required=False, max_length=2000)

    def offer(self) -> None:
        self.fields["office"].queryset = competent(self.subject)  # type: ignore[attr-defined]
        assert self.acting
        with suppress(NoCalendar):
            self.fields["due_on"].initial = due_date(self.acting.today, DAYS_TO_ANSWER)

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"office": given["office"].pk, "due_on": given["due_on"].isoformat(), "instruction": given["instruction"]}


def competent(need: Need) -> QuerySet[Office]:
    """The offices that may be asked, partner agencies first."""
    near = Office.objects.active().filter(region__in=ancestors(need.kampung.region)).exclude(role__in=NEVER)
    partners = Case(When(role=Role.PARTNER, then=Value(0)), default=Value(1), output_field=IntegerField())
    return near.order_by(partners, "-region__level", "label")


class Answer(FileActForm):
    answer = forms.CharField(label=_("Jawaban"), widget=area(4), max_length=2000,
                             help_text=_("Apa yang sudah atau akan dilakukan, di mana, dan kapan."))  # fmt: skip
    fund = forms.ChoiceField(label=_("Sumber dana"), required=False)

    def offer(self) -> None:
        need: Need = self.subject
        funds = named(FUNDS, need.funds).for_kind(need.kampung.region.kind)
        self.fields["fund"].choices = [("", _("— belum ada atau tidak perlu —")), *funds.items()]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        return {"answer": self.cleaned_data["answer"], "fund": self.cleaned_data["fund"]}


ANSWERING = {
    "answer": FileButton(_("Jawaban Anda sampai ke yang mencatat dan yang meminta; tugas Anda selesai."), Answer, main=True),
    "take_on": FileButton(_("Semua melihat bahwa kantor Anda menanganinya; tetap terbuka sampai dijawab.")),
    "decline": FileButton(_("Yang meminta membaca alasan Anda dan dapat menyerahkannya ke kantor lain."), WithReason, danger=True),
}
ASK = FileButton(_("Kantor itu mendapat tugas dengan tenggat dan diberi tahu."), Entrust, main=True)
ASK_AGAIN = FileButton(_("Tugas yang sekarang ditutup; kantor yang dipilih mendapat tugas baru."), Entrust)
SETTLE = FileButton(_("Kebutuhan ini terpenuhi dan tidak ditanyakan lagi."), main=True)


def buttons_of(need: Need, acting: Acting) -> dict[str, FileButton]:
    """What is my office's business: to answer what it was asked, to ask and to settle where it coordinates."""
    found: dict[str, FileButton] = {}
    if need.owner_id == acting.office_id:
        found |= ANSWERING
    if acting.mandate.office.role in COORDINATING:
        nobody = need.owner_id is None or need.state == NeedState.REFUSED
        found |= {"settle": SETTLE, "entrust": ASK if nobody else ASK_AGAIN}
    return found
