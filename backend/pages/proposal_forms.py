"""Forms of a proposal: where and by which rules, the checklist, evidence, and the check on the spot."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Region
from workflows.villages.checklists import CRITERIA, FIELD_CHECK, LAST_YEAR_WITH_CRITERIA, PRECONDITIONS
from workflows.villages.drafting import FIRST_ERA
from workflows.villages.models import Proposal
from workflows.villages.states import EvidenceKind

from .forms import Day, area

ANSWERS = [("", _("belum dijawab")), ("yes", _("ya")), ("no", _("tidak"))]


class NewProposal(forms.Form):
    region = forms.ModelChoiceField(label=_("Desa/kelurahan"), queryset=Region.objects.none(), empty_label=None)
    hamlet = forms.CharField(
        label=_("RW/dusun"), required=False, max_length=100, help_text=_("Hanya untuk Kampung KB tingkat RW/dusun.")
    )
    era = forms.IntegerField(label=_("Aturan tahun"), min_value=FIRST_ERA)

    def __init__(self, data: Any = None, *, villages: QuerySet[Region], year: int):
        super().__init__(data, initial={"era": year})
        self.fields["region"].queryset = villages  # type: ignore[attr-defined]


class WithAnswers(forms.Form):
    """Questions with yes or no and a note, kept as `{question: {met, note}}`."""

    def ask(self, group: str, questions: dict[str, Any], given: dict[str, Any]) -> None:
        for name, label in questions.items():
            known = given.get(name, {})
            initial = {True: "yes", False: "no"}.get(known.get("met"), "")
            words = str(label)
            self.fields[f"{group}.{name}"] = forms.ChoiceField(
                label=words[:1].upper() + words[1:], choices=ANSWERS, initial=initial, required=False
            )
            self.fields[f"{group}.{name}.note"] = forms.CharField(
                label=_("Keterangan: %(question)s") % {"question": words},
                initial=known.get("note", ""),
                required=False,
                max_length=1000,
            )

    def answers(self, group: str, questions: dict[str, Any]) -> dict[str, Any]:
        """What was answered; a question left open is left out."""
        given = self.cleaned_data
        return {
            name: {"met": given[f"{group}.{name}"] == "yes", "note": given[f"{group}.{name}.note"]}
            for name in questions if given.get(f"{group}.{name}")
        }  # fmt: skip


class Checklist(WithAnswers):
    version = forms.IntegerField(widget=forms.HiddenInput)
    profile = forms.CharField(label=_("Gambaran umum"), widget=area(5), required=False, max_length=20_000)
    letter_number = forms.CharField(label=_("Nomor surat usulan"), required=False, max_length=100)
    letter_on = forms.DateField(label=_("Tanggal surat usulan"), widget=Day(), required=False)

    def __init__(self, data: Any = None, *, proposal: Proposal):
        fields = ("profile", "letter_number", "letter_on")
        super().__init__(
            data, initial={name: getattr(proposal, name) for name in fields} | {"version": proposal.file.version}
        )
        self.criteria = CRITERIA if proposal.era <= LAST_YEAR_WITH_CRITERIA else {}
        self.ask("preconditions", PRECONDITIONS, proposal.preconditions)
        self.ask("criteria", self.criteria, proposal.criteria)

    def given(self) -> dict[str, Any]:
        """As `save_draft` takes it."""
        given = self.cleaned_data
        return {
            "profile": given["profile"], "letter_number": given["letter_number"],
            "letter_on": given["letter_on"].isoformat() if given["letter_on"] else "",
            "preconditions": self.answers("preconditions", PRECONDITIONS), "criteria": self.answers("criteria", self.criteria),
        }  # fmt: skip


class EvidenceForm(forms.Form):
    kind = forms.ChoiceField(label=_("Jenis bukti"), choices=EvidenceKind.choices, initial=EvidenceKind.MINUTES)
    upload = forms.FileField(label=_("Berkas"), help_text=_("PDF, JPEG, atau PNG, paling besar 10 MB."))
    note = forms.CharField(label=_("Keterangan"), required=False, max_length=300)


class FieldCheck(WithAnswers):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)
    upload = forms.FileField(
        label=_("Berita acara atau foto"), required=False, help_text=_("PDF, JPEG, atau PNG, paling besar 10 MB.")
    )

    def __init__(self, data: Any = None, files: Any = None, *, proposal: Proposal, initial: dict[str, Any]):
        super().__init__(data, files, initial=initial)
        self.ask("field_check", FIELD_CHECK, proposal.field_check)
        self.order_fields([*(name for name in self.fields if name != "upload"), "upload"])


def checklist_of(proposal: Proposal) -> list[dict[str, Any]]:
    """The answers in groups, as the page prints them, each beside what the village answered in its last proposal before.

    `target` is where a remark on an answer is pinned.
    """
    earlier = Proposal.objects.filter(kampung=proposal.kampung_id, file__snapshot__isnull=False, pk__lt=proposal.pk)
    before = earlier.order_by("-pk").first()
    return [
        {"title": title, "answers": [
            {"label": labels[name], "target": f"{group}.{name}", "before": answered(before, group).get(name)} | given[name]
            for name in labels if name in (given := answered(proposal, group))
        ]}
        for group, (title, labels) in GROUPS.items()
    ]  # fmt: skip


GROUPS = {"preconditions": (_("Prasyarat"), PRECONDITIONS), "criteria": (_("Kriteria"), CRITERIA),
          "field_check": (_("Pemeriksaan lapangan"), FIELD_CHECK)}  # fmt: skip


def answered(proposal: Proposal | None, group: str) -> dict[str, Any]:
    return getattr(proposal, group) if proposal else {}
