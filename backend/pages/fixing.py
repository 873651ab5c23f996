"""Perbaiki: what was remarked upon, and only that; then the file is handed in again."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backend.uploads import keep
from workflows.core.errors import NotDone
from workflows.core.models import File
from workflows.decrees import drafting as decrees
from workflows.organisation.models import Mandate
from workflows.routes.models import Remark
from workflows.routes.queries import returns_to_put_right
from workflows.routes.remarks import answer_remarks, offices_to_fix
from workflows.villages import drafting as proposals
from workflows.villages.models import Evidence

from .about import about_file, remarks_on
from .acting import OfficialRequest, acting
from .comparing import file_or_404
from .file_acts import file_offers
from .fixing_forms import Fixing
from .forms import renew
from .ladder import at_stake
from .refusals import banner


@require_http_methods(["GET", "POST"])
@acting
def fix(request: OfficialRequest, pk: int) -> HttpResponse:
    """Each remark with its item and what was done; whoever else may see the file reads it only."""
    file = file_or_404(request, pk)
    if file.kind == "evaluation":
        return redirect("evaluation", pk)
    if file.kind not in ("decree", "proposal"):
        raise Http404
    remarks = sorted(remarks_on(file), key=lambda remark: remark.pk)
    form = Fixing(request.POST or None, request.FILES or None, file=file, remarks=remarks)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            save(form, request.acting.mandate)
        except NotDone as error:
            refusal = error
            renew(form, version=file_or_404(request, pk).version)
        else:
            return redirect("fix", pk)
    context = about_fixing(request, file, remarks) | {"form": form, "refusal": refusal and banner(refusal)}
    return render(request, "tasks/fix.html", context, status=422 if refusal or form.errors else 200)


def about_fixing(request: OfficialRequest, file: File, remarks: list[Remark]) -> dict[str, Any]:
    about = about_file(file, request.acting)
    subject = getattr(file, file.kind)
    returned = returns_to_put_right().select_related("office").filter(file=file.pk).first()
    return about | {
        "section": f"{file.kind}s", file.kind: subject, "done": sum(remark.resolved for remark in remarks), "total": len(remarks),
        "mine": request.acting.office_id in offices_to_fix(file), "returned": returned,
        "lost": at_stake(file, request.acting) if returned else [],
        "offers": [one for one in file_offers(subject, request.acting) if one.name == "resubmit"] if returned else [],
    }  # fmt: skip


@transaction.atomic
def save(form: Fixing, by: Mandate) -> None:
    """The items that were changed, then the answers. Raises what the drafting of the file and `answer_remarks` raise."""
    version = form.cleaned_data["version"]
    if form.given("item") or form.given("text") or form.given("met") or form.given("note") or form.given("file"):
        SAVE[form.file.kind](form, by, version)
        version = None  # the file is ours now, and has just moved on by this very edit
    answer_remarks(form.file, by, form.answers(), version)


def save_decree(form: Fixing, by: Mandate, version: int) -> None:
    subject = form.file.decree
    fields: dict[str, Any] = form.given("text")
    for target, text in form.given("item").items():
        name, _dot, number = target.partition(".")
        texts = fields.setdefault(name, list(getattr(subject, name)))
        texts[int(number) - 1] = text
    decrees.edit(subject, by, version=version, **fields)


def save_proposal(form: Fixing, by: Mandate, version: int) -> None:
    subject, fields = form.file.proposal, form.given("text")
    if "letter_on" in fields:
        fields["letter_on"] = fields["letter_on"].isoformat() if fields["letter_on"] else ""
    for target in {*form.given("met"), *form.given("note")}:
        group, _dot, name = target.partition(".")
        met, note = form.cleaned_data[f"met.{target}"] == "yes", form.cleaned_data[f"note.{target}"]
        fields.setdefault(group, {})[name] = {"met": met, "note": note}
    proposals.save_draft(subject, by, version=version, **fields)
    for pk, upload in form.given("file").items():
        old = Evidence.objects.get(file=form.file, pk=pk)
        proposals.attach(subject, by, old.kind, keep(upload, by.person, "upload"), old.note)
        proposals.detach(old, by)


SAVE = {"decree": save_decree, "proposal": save_proposal}
