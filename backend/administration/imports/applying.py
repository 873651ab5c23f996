"""All of an import, or nothing of it, in one transaction; what was previewed is what is written."""

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from backend.administration.models import Import, ImportKind, Verdict
from backend.administration.recording import Recorder
from workflows.core.clock import today
from workflows.core.errors import BadValues
from workflows.organisation.models import Mandate, Office

from .checking import judged, kept
from .kinds import LISTS


@transaction.atomic
def apply(source: Import, by: Mandate) -> None:
    """Write what the preview showed. Raises `BadValues` or `Refused`; then nothing is written."""
    source = Import.objects.select_for_update().select_related("region").get(pk=source.pk)
    if words := stands_in_the_way(source, by):
        raise BadValues({"import": words})
    list(Office.objects.select_for_update().filter(region=source.region).order_by("pk"))  # one import of a region at a time
    check_unmoved(source)
    plans = [row.plan for row in source.rows.exclude(verdict=Verdict.SAME)]
    LISTS[source.kind](source.region, today(source.region.zone)).apply(plans, by, Recorder(by.person, source))
    Import.objects.filter(pk=source.pk).update(applied_at=Now(), applied_by=by, waits_since=None, trouble="")


def stands_in_the_way(source: Import, by: Mandate) -> str:
    """Why it cannot be applied, in words; empty when it can."""
    if source.applied_at:
        return _("Impor ini sudah diterapkan.")
    if not source.checked_at:
        return _("Impor ini belum diperiksa.")
    if source.rows.filter(verdict=Verdict.WRONG).exists():
        return _("Masih ada baris yang salah. Betulkan di buku kerja galat, lalu unggah lagi; belum ada yang dicatat.")
    if not source.rows.exclude(verdict=Verdict.SAME).exists():
        return _("Tidak ada perubahan.")
    if source.kind == ImportKind.DECREES and by.person_id == source.person_id:
        return _("Keputusan lama dicatat oleh orang kedua, bukan oleh yang mengunggah daftarnya.")
    return ""


def check_unmoved(source: Import) -> None:
    """Raises `BadValues` when the rows would do something else by now than was shown."""
    shown = list(source.rows.values_list("line", "verdict", "plan"))
    now = [kept(source, checked) for checked in judged(source)]
    if shown != [(row.line, row.verdict, row.plan) for row in now]:
        raise BadValues({"import": _("Data berubah sejak diperiksa. Periksa ulang, lalu terapkan.")})
