"""Step 5: number series of each issuer, and the ladder of approvals, which is proven sound before it is published."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.registers import PATTERN, keep_register
from workflows.decrees.models import Series
from workflows.decrees.states import DecreeKind, LetterClass, SeriesMode
from workflows.organisation.models import Office, Region, Role
from workflows.routes.ladders import ladders, publish_ladder
from workflows.routes.models import RouteVersion
from workflows.routes.states import RouteState

from .step import Step

BOOKS = {
    "regent": (Role.REGENT, DecreeKind.REGENT, gettext_lazy("Keputusan kepala daerah"), PATTERN),
    "letter": (Role.AGENCY, LetterClass.LETTER, gettext_lazy("Surat OPD KB"), "{no}/{bln_romawi}/{thn}"),
    "note": (Role.AGENCY, LetterClass.NOTE, gettext_lazy("Nota dinas OPD KB"), "{no}/ND/{thn}"),
}
VILLAGE_BOOKS = (DecreeKind.VILLAGE, LetterClass.LETTER, LetterClass.MINUTES)
PROVEN = gettext_lazy("setiap langkah tercapai, setiap kantornya ada, ditandatangani paling banyak satu kali, di akhir")


class Numbers(Step):
    name, title = "nomor", gettext_lazy("Nomor dan tangga persetujuan")
    help = gettext_lazy("{no} nomor, {thn} tahun, {bln_romawi} bulan Romawi; yang lain dicetak apa adanya.")

    def __init__(self, data: Any, files: Any, **given: Any):
        super().__init__(data, files, **given)
        for name, (role, doc_class, label, pattern) in BOOKS.items():
            kept = Series.objects.filter(office__region=self.region, office__role=role, doc_class=doc_class).first()
            words = {"what": label}
            self.fields[f"{name}_mode"] = forms.ChoiceField(
                label=_("%(what)s: yang memberi nomor") % words, choices=SeriesMode.choices,
                initial=kept and kept.mode)  # fmt: skip
            self.fields[f"{name}_pattern"] = forms.CharField(
                label=_("%(what)s: pola nomor") % words, max_length=100, initial=kept.pattern if kept else pattern)  # fmt: skip
            self.fields[f"{name}_last"] = forms.IntegerField(
                label=_("%(what)s: nomor terakhir tahun ini") % words, min_value=0, max_value=999_999,
                initial=kept.last if kept else 0)  # fmt: skip
        self.fields["village_pattern"] = forms.CharField(
            label=_("Keputusan dan surat desa/kelurahan: pola nomor"), max_length=100, initial=PATTERN,
            help_text=_("Nomornya diketik dari buku desa masing-masing."))  # fmt: skip
        self.fields["ladder"] = forms.ChoiceField(
            label=_("Tangga persetujuan"), choices=[(name, one["name"]) for name, one in ladders().items()],
            widget=forms.RadioSelect, initial=next(iter(ladders())))  # fmt: skip

    def save(self) -> None:
        """Raises `BadValues` naming the pattern, and `Refused` naming the step that is not sound."""
        year, given = self.today.year, self.cleaned_data
        for name, (role, doc_class, _label, _pattern) in BOOKS.items():
            office = Office.objects.active().get(region=self.region, role=role)
            said = {column: given[f"{name}_{column}"] for column in ("mode", "pattern", "last")}
            keep_register(office, year, self.recorder, doc_class, **said)
        self.keep_books_of_villages(given["village_pattern"])
        publish_ladder(given["ladder"], self.region, self.by)

    def keep_books_of_villages(self, pattern: str) -> None:
        """The books that villages keep themselves; one that is there stays."""
        heads = list(Office.objects.active().filter(region__in=Region.objects.under(self.region), role=Role.VILLAGE_HEAD))
        if heads:
            keep_register(heads[0], self.today.year, self.recorder, DecreeKind.VILLAGE, SeriesMode.EXTERNAL, pattern, 0)
        books = [
            Series(office=head, doc_class=doc_class, mode=SeriesMode.EXTERNAL, pattern=pattern)
            for head in heads for doc_class in VILLAGE_BOOKS
        ]  # fmt: skip
        Series.objects.bulk_create(books, ignore_conflicts=True)

    def proof(self) -> list[tuple[str, list[str]]]:
        """The published routes of the district: by the act that refuses what is not sound."""
        published = RouteVersion.objects.filter(route__region=self.region, state=RouteState.PUBLISHED).select_related("route")
        return [
            (_("%(route)s: terbukti utuh") % {"route": version.route.name},
             [" → ".join(str(Role(step.role).label) for step in version.steps.order_by("order")), str(PROVEN)])
            for version in published.order_by("pk")
        ]  # fmt: skip
