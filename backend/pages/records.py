"""Recording an official's act from paper: the form for the office's staff. A second person confirms it in Tinjau."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backend.uploads import keep
from backend.words import LABELS
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.core.models import JournalEntry
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment
from workflows.routes.states import ON_PAPER

from .acting import OfficialRequest, acting
from .forms import ActForm, Day, area, deciding_for, renew
from .refusals import banner
from .review import task_or_404
from .task_acts import names_for, read_of


class RecordPaper(ActForm):
    """Which act, by whom, on which date, with the scan; and the values that the act itself takes."""

    act = forms.ChoiceField(label=_("Tindakan pada kertas"))
    official = forms.ModelChoiceField(
        label=_("Pejabat yang menandatangani"), queryset=Mandate.objects.none(), empty_label=None
    )
    on = forms.DateField(label=_("Tanggal pada kertas"), widget=Day())
    scan = forms.FileField(label=_("Pindaian kertasnya"), help_text=_("PDF, JPEG, atau PNG, paling besar 10 MB."))
    reason = forms.CharField(
        label=_("Alasan pada kertas"),
        widget=area(),
        required=False,
        help_text=_("Wajib untuk pengembalian dan penolakan."),
    )
    opinion = forms.CharField(
        label=_("Pendapat pada kertas"), widget=area(), required=False, help_text=_("Hanya untuk permintaan pendapat.")
    )

    def offer(self) -> None:
        acts = [name for name in names_for(self.task) if name in ON_PAPER and name != "return_to_step"]
        self.fields["act"].choices = [(name, LABELS[name]) for name in acts]  # type: ignore[attr-defined]
        self.fields["official"].queryset = deciding_for(self.task.office_id)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        own = {"opinion": given["opinion"]} if given["act"] == "give_opinion" else {}
        scan = keep(given["scan"], self.acting.mandate.person, "scan")
        return {
            "act": given["act"],
            "official": given["official"].pk,
            "on": iso(given["on"]),
            "attachment": scan.pk,
            "values": own,
        }


def iso(day: date) -> str:
    return day.isoformat()


@require_http_methods(["GET", "POST"])
@acting
def record_paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """Nothing changes until somebody else of the office has compared it with the paper."""
    task = task_or_404(request, pk)
    fresh = {"version": task.file.version, "read": read_of(task)}
    form = RecordPaper(
        request.POST or None, request.FILES or None, name="record_paper", task=task, acting=request.acting, fresh=fresh
    )
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            entry = record(task, form)
        except NotDone as error:
            refusal = error
            renew(form, version=task_or_404(request, pk).file.version, read=read_of(task))
        else:
            return redirect("recorded", entry.pk, pk)
    context = {
        "section": "tasks",
        "task": task,
        "file": task.file,
        "form": form,
        "refusal": refusal and banner(refusal),
    }
    return render(request, "tasks/record_paper.html", context, status=422 if refusal or form.errors else 200)


def record(task: Assignment, form: RecordPaper) -> JournalEntry:
    given = form.cleaned_data
    return perform(
        Assignment.record_paper, task, by=form.acting.mandate, version=given["version"], key=given["key"],
        reason=given["reason"], values=form.values(),
    )  # fmt: skip
