"""From a follow-up task to a village's own decree on its Pokja, with everything proposed that Siklus knows already."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from workflows.core.errors import NotDone, Problem, Refused
from workflows.core.wording import long_date
from workflows.decrees import drafting
from workflows.decrees.models import Decree, DecreeRow, Effect, LegalBasis
from workflows.decrees.states import DecreeKind, EffectKind, Signing
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Region
from workflows.routes.models import Assignment

from .acting import Acting, OfficialRequest, acting
from .review import other_ways, show, task_or_404

SIGNS = gettext_lazy("Yang menandatangani tidak dapat menyusun keputusannya sendiri; staf kantor yang menyiapkannya.")


@require_POST
@acting
def follow_up(request: OfficialRequest, pk: int) -> HttpResponse:
    """Lead to the roster of a new draft that answers the task, or to what was begun before."""
    task = task_or_404(request, pk)
    if not other_ways(task, request.acting)["follows_up"]:
        raise Http404
    try:
        row = begun_or_new(task, request.acting)
    except NotDone as refusal:
        return show(request, task, refusal=refusal, status=422)
    if row.decree.state in drafting.EDITABLE_STATES:
        return redirect("roster", row.decree_id, row.order)
    return redirect("decree", row.decree_id)


@transaction.atomic
def begun_or_new(task: Assignment, acting: Acting) -> DecreeRow:
    """Two taps wait for each other at the task: the second finds what the first began."""
    Assignment.objects.select_for_update().get(pk=task.pk)
    return begun(task, acting) or begin(task, acting)


def begun(task: Assignment, acting: Acting) -> DecreeRow | None:
    """The village on a decree under way of my office that appoints its Pokja."""
    appointing = Q(claims__effect=EffectKind.APPOINT_POKJA, claims__open=True, struck=False)
    rows = DecreeRow.objects.filter(appointing, decree__file__office=acting.mandate.office_id)
    return rows.filter(kampung__region=task.region_id).select_related("decree").first()


def begin(task: Assignment, acting: Acting) -> DecreeRow:
    """A new draft with the village on it. Raises `Refused` for the head, who signs, and what `drafting` raises."""
    if not acting.is_staff:
        raise Refused([Problem(task.pk, "assignment", "prepared_by_staff", str(SIGNS), _("staf kantor Anda"))])
    by, example = acting.mandate, task.file.example
    [listed] = task.file.decree.rows.filter(kampung__region=task.region_id, struck=False).select_related("kampung")[:1]
    made = drafting.start_decree(
        DecreeKind.VILLAGE, task.office, by, example=example, effects=effects(listed), **proposed(task)
    )
    drafting.edit(made, by, bases=LegalBasis.objects.citable(acting.region, acting.today))
    [row] = drafting.add_rows(made, by, [(task.region, {"hamlet": listed.kampung.hamlet})])
    return row


def effects(listed: DecreeRow) -> list[str]:
    """A village that has not formed its Kampung KB by a decree of its own does so by this one."""
    formed = Effect.objects.filter(kampung=listed.kampung_id, kind=EffectKind.FORM).exists()
    return [EffectKind.APPOINT_POKJA] if formed else [EffectKind.FORM, EffectKind.APPOINT_POKJA]


def proposed(task: Assignment) -> dict[str, Any]:
    """What to begin with; the drafter may change each. Ink, for few villages have a certificate."""
    village: Any = with_labels(Region.objects.filter(pk=task.region_id)).get()
    place = f"{village.label} {village.name}"
    subject = _("Pembentukan Kelompok Kerja Kampung Keluarga Berkualitas %(place)s") % {"place": place}
    facts = {"place": place, "subject": subject, "asking": cited(task.file.decree), "issuer": task.office.label}
    return {
        "subject": subject,
        "signing": Signing.INK,
        "considerations": [
            _("bahwa berdasarkan %(asking)s, %(place)s telah ditetapkan sebagai Kampung Keluarga Berkualitas;") % facts,
            _("bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan %(issuer)s "
              "tentang %(subject)s;") % facts,
        ],
        "clauses": [
            _("Membentuk Kelompok Kerja Kampung Keluarga Berkualitas %(place)s dengan susunan keanggotaan sebagaimana "
              "tercantum dalam Lampiran Keputusan ini.") % facts,
            _("Keputusan ini mulai berlaku pada tanggal ditetapkan."),
        ],
    }  # fmt: skip


def cited(decree: Decree) -> str:
    """`Keputusan Bupati Contoh Raya Nomor 100 Tahun 2024 tanggal 4 Maret 2024 tentang …`."""
    facts = {
        "issuer": decree.issuer.label, "number": (decree.issue or {})["number"], "subject": decree.subject,
        "day": long_date(decree.decided_on) if decree.decided_on else "",
    }  # fmt: skip
    return _("Keputusan %(issuer)s Nomor %(number)s tanggal %(day)s tentang %(subject)s") % facts
