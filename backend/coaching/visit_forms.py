"""What is told of a visit: its day, who came, what was found, pictures, and what villages need."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.pages.file_acts import FileActForm
from backend.pages.forms import Day, Photos, area
from backend.pages.proposal_forms import Several
from workflows.coaching.input import LONGEST_REPORT
from workflows.coaching.lists import AIMS, list_for
from workflows.coaching.models import Visit
from workflows.coaching.needs import LONGEST
from workflows.organisation.models import Office, Role
from workflows.routes.planning import ancestors
from workflows.villages.models import KampungKB

VISITING = [Role.AGENCY, Role.CAMAT, Role.PKB, Role.PARTNER]
ROWS = 3
MOST_PHOTOS = 10


def pictures(required: bool) -> Several:
    return Several(label=_("Foto"), widget=Photos(several=True), required=required,
                   help_text=_("Boleh beberapa sekaligus; diperkecil di perangkat Anda dan tanpa lokasi."))  # fmt: skip


class ReportForm(FileActForm):
    held_on = forms.DateField(label=_("Tanggal kunjungan"), widget=Day())
    visitors = forms.ModelMultipleChoiceField(Office.objects.none(), label=_("Kantor yang berkunjung"),
                                              widget=forms.CheckboxSelectMultiple)  # fmt: skip
    report = forms.CharField(label=_("Hasil pembinaan"), widget=area(5), max_length=LONGEST_REPORT,
                             help_text=_("Apa yang dibina, apa yang berjalan, apa yang belum. Tanpa NIK."))  # fmt: skip
    photos = pictures(required=False)

    def offer(self) -> None:
        """Today, the office that planned it and my own, unless said otherwise."""
        visit, acting = self.subject, self.acting
        assert acting
        field: Any = self.fields["visitors"]
        field.queryset = coaching_offices(visit)
        field.initial = [visit.plan.office_id, acting.mandate.office_id]
        self.fields["held_on"].initial = acting.today

    def clean_photos(self) -> list[Any]:
        return few(self.cleaned_data["photos"])

    def values(self) -> dict[str, Any]:
        given, visitors = self.cleaned_data, [office.pk for office in self.cleaned_data["visitors"]]
        return {"held_on": given["held_on"].isoformat(), "report": given["report"], "visitors": visitors}


def coaching_offices(visit: Visit) -> QuerySet[Office]:
    """Those that work in the kecamatan or for the whole regency, who planned it among them."""
    near = Office.objects.active().filter(role__in=VISITING, region__in=ancestors(visit.region))
    return (near | Office.objects.filter(Q(pk=visit.plan.office_id))).distinct().order_by("label")


def few(given: list[Any]) -> list[Any]:
    """The files that were sent. Raises `ValidationError` for too many."""
    found = [one for one in given if one]
    if len(found) > MOST_PHOTOS:
        raise forms.ValidationError(_("Paling banyak %(n)d foto sekaligus.") % {"n": MOST_PHOTOS})
    return found


class PhotosForm(forms.Form):
    photos = pictures(required=True)

    def clean_photos(self) -> list[Any]:
        return few(self.cleaned_data["photos"])


class NeedRow(forms.Form):
    """What one village needs; a row that says nothing is left out."""

    village = forms.ModelChoiceField(KampungKB.objects.none(), label=_("Kampung KB"), required=False, empty_label=_("— pilih —"))
    what = forms.CharField(label=_("Kebutuhan"), widget=area(2), required=False, max_length=LONGEST)
    aim = forms.ChoiceField(label=_("Sasaran"), required=False)

    def __init__(self, *given: Any, visit: Visit, **more: Any):
        super().__init__(*given, **more)
        self.fields["village"].queryset = villages_of(visit)  # type: ignore[attr-defined]
        offered = [(item.key, item.label) for item in list_for(AIMS, visit.region).items]
        self.fields["aim"].choices = [("", _("— pilih —")), *offered]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("what") or given.get("village"):
            for name in ("village", "what", "aim"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Lengkapi baris ini, atau kosongkan semuanya."))
        return given


def villages_of(visit: Visit) -> QuerySet[KampungKB]:
    """The Kampung KB of the kecamatan that is visited."""
    return KampungKB.objects.filter(region__parent=visit.region_id).select_related("region").order_by("region__name", "hamlet")


def need_rows(visit: Visit, data: Any = None) -> Any:
    made = forms.formset_factory(NeedRow, extra=ROWS, max_num=10, absolute_max=10)
    return made(data, prefix="needs", form_kwargs={"visit": visit})
