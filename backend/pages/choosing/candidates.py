"""Villages that are not on a list yet, narrowed by kecamatan, stage, their own decree, and a search."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from workflows.core.clock import today
from workflows.decrees.models import Decree, Effect
from workflows.decrees.states import EffectKind
from workflows.organisation.models import Level, Region
from workflows.villages.models import KampungKB
from workflows.villages.states import KampungState

DECREE = [("", _("semua")), ("ada", _("sudah ada")), ("belum", _("belum ada"))]
MOST_SHOWN = 500


class Filter(forms.Form):
    """Kept in the address; what cannot be read is left out."""

    cari = forms.CharField(label=_("Nama"), required=False, max_length=100)
    kecamatan = forms.ModelChoiceField(label=_("Kecamatan"), queryset=Region.objects.none(), required=False, empty_label=_("semua"))
    tahap = forms.ChoiceField(label=_("Tahap"), required=False, choices=[("", _("semua")), *KampungState.choices])
    sk_desa = forms.ChoiceField(label=_("Keputusan desa"), required=False, choices=DECREE)

    def __init__(self, data: Any, decree: Decree):
        super().__init__(data or {}, auto_id="saring_%s")
        self.decree, territory = decree, decree.issuer.territory
        districts = Region.objects.under(territory).filter(level=Level.DISTRICT, closed_on=None).order_by("name")
        self.fields["kecamatan"].queryset = districts  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def asked(self) -> bool:
        return any(self.cleaned_data.values())

    def candidates(self) -> QuerySet[Any]:
        """Open villages of the issuer's territory that the list does not have, each with its `stage` and `formed`."""
        given = self.cleaned_data
        found = with_facts(self.decree, given.get("kecamatan") or self.decree.issuer.territory)
        if name := given.get("cari"):
            found = found.filter(name__icontains=name)
        if stage := given.get("tahap"):
            found = found.filter(stage=stage)
        if decree := given.get("sk_desa"):
            found = found.filter(formed=decree == "ada")
        return found.order_by("path")


def with_facts(decree: Decree, territory: Region) -> QuerySet[Any]:
    listed = decree.rows.filter(kampung__scope="village").values("kampung__region")
    here = Region.objects.under(territory).filter(level=Level.VILLAGE, closed_on=None).exclude(pk__in=listed)
    units = KampungKB.objects.filter(region=OuterRef("pk"), scope="village")
    formed = Effect.objects.filter(kampung__region=OuterRef("pk"), kind=EffectKind.FORM).on(today(decree.file.zone))
    stage = Coalesce(Subquery(units.values("state")[:1]), Value(KampungState.DRAFT.value))
    return here.annotate(stage=stage, formed=Exists(formed)).select_related("parent")
