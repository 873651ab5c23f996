"""*Riwayat lengkap* of a file, narrowed to a village if wanted, and its ZIP."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from backend.access import files_for
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from workflows.core.models import File
from workflows.decrees.models import DecreeRow
from workflows.villages.models import KampungKB

from .packing import bundle
from .telling import acts_on, told


class Village(forms.ModelChoiceField):
    def label_from_instance(self, village: KampungKB) -> str:
        """With its district, for two villages of a regency may share a name."""
        return f"{village}, {village.region.parent}"


class OneVillage(forms.Form):
    """What the history is narrowed to: one of the villages that the file ever listed."""

    desa = Village(
        label=_("Desa/kelurahan"), queryset=KampungKB.objects.none(), required=False, empty_label=_("Semua")
    )

    def __init__(self, data: Any, file: File):
        super().__init__(data)
        listed = DecreeRow.objects.filter(decree=file.pk, kampung=OuterRef("pk"))
        villages = KampungKB.objects.filter(Exists(listed)).select_related("region__parent")
        self.fields["desa"].queryset = villages.order_by("region__name", "name")  # type: ignore[attr-defined]

    @property
    def chosen(self) -> int | None:
        village = self.cleaned_data.get("desa") if self.is_valid() else None
        return village.pk if village else None


def file_or_404(request: OfficialRequest, pk: int) -> File:
    return get_object_or_404(files_for(request.acting.scope).select_related("region", "office"), pk=pk)


@require_GET
@acting
def full_history(request: OfficialRequest, pk: int) -> HttpResponse:
    """Every act: who, as what, when, upon which version, why, what it moved and who was told."""
    file = file_or_404(request, pk)
    village = OneVillage(request.GET, file)
    entries, after = page_or_first(acts_on(file, village.chosen), ["pk"], request.GET.get("sesudah"))
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    context = {"file": file, "village": village, "acts": told(file, entries), "after": after, "narrowed": kept.urlencode()}
    return render(request, "evidence/history.html", context)


@require_GET
@acting
def evidence(request: OfficialRequest, pk: int) -> FileResponse:
    """Everything about one decision in one ZIP."""
    file = file_or_404(request, pk)
    return FileResponse(bundle(file, request.acting.scope), as_attachment=True, filename=f"bukti-{file.kind}-{file.pk}.zip")
