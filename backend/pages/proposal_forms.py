"""Forms of a proposal: where and by which rules, the checklist, evidence, and the check on the spot."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Region
from workflows.villages.checklists import CRITERIA, FIELD_CHECK, PRECONDITIONS
from workflows.villages.drafting import FIRST_ERA
from workflows.villages.models import Proposal
from workflows.villages.states import EvidenceKind

from .forms import Day, Photos, area

ANSWERS = [("", _("belum dijawab")), ("yes", _("ya")), ("no", _("tidak"))]


class NewProposal(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)
    region = forms.ModelChoiceField(label=_("Desa/kelurahan"), queryset=Region.objects.none(), empty_label=None)
    hamlet = forms.CharField(
        label=_("RW/dusun"), required=False, max_length=100, help_text=_("Hanya untuk Kampung KB tingkat RW/dusun.")
    )
    era = forms.IntegerField(label=_("Aturan tahun"), min_value=FIRST_ERA)

    def __init__(self, data: Any = None, *, villages: QuerySet[Region], year: int):
        super().__init__(data, initial={"era": year, "key": str(uuid4())})
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
            name: {"met": given[f"{group}.{name}"] == "yes", "note": given.get(f"{group}.{name}.note", "")}
            for name in questions if given.get(f"{group}.{name}")
        }  # fmt: skip


class SectionForm(WithAnswers):
    """One section of a draft: its fields with what is known, and the version that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    group, questions = "", dict[str, Any]()

    def __init__(self, data: Any = None, *, proposal: Proposal):
        known = {name: getattr(proposal, name) for name in self.base_fields if name != "version"}
        super().__init__(data, initial=known | {"version": proposal.file.version})
        if self.group:
            self.ask(self.group, self.questions, getattr(proposal, self.group))

    def given(self) -> dict[str, Any]:
        """As `save_draft` takes it; of a form half filled in, what is there."""
        if self.group:
            return {self.group: self.answers(self.group, self.questions)}
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class LetterForm(SectionForm):
    letter_number = forms.CharField(label=_("Nomor surat usulan"), required=False, max_length=100)
    letter_on = forms.DateField(label=_("Tanggal surat usulan"), widget=Day(), required=False)

    def given(self) -> dict[str, Any]:
        given = super().given()
        return given | ({"letter_on": day.isoformat() if (day := given["letter_on"]) else ""} if "letter_on" in given else {})


class ProfileForm(SectionForm):
    profile = forms.CharField(
        label=_("Gambaran umum"), widget=area(8), required=False, max_length=20_000,
        help_text=_("Letak, penduduk, mata pencaharian, dan mengapa desa ini layak menjadi Kampung KB."),
    )  # fmt: skip


class PreconditionsForm(SectionForm):
    group, questions = "preconditions", PRECONDITIONS


class CriteriaForm(SectionForm):
    group, questions = "criteria", CRITERIA


class Several(forms.FileField):
    """One file or more; `clean` gives them all."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        single = super().clean
        return [single(one, initial) for one in (data if isinstance(data, list | tuple) and data else [data])]


class EvidenceForm(forms.Form):
    kinds = [EvidenceKind.MINUTES, EvidenceKind.LETTER, EvidenceKind.RECOMMENDATION, EvidenceKind.PHOTO, EvidenceKind.OTHER]

    kind = forms.ChoiceField(label=_("Jenis bukti"), choices=EvidenceKind.choices)
    upload = Several(label=_("Berkas"), widget=Photos(several=True), help_text=_("Foto, atau PDF paling besar 10 MB; boleh beberapa sekaligus."))
    note = forms.CharField(label=_("Keterangan"), required=False, max_length=300)

    def __init__(self, *given: Any, **more: Any):
        super().__init__(*given, **more)
        field: Any = self.fields["kind"]
        field.choices = [(kind.value, kind.label) for kind in self.kinds]
        field.initial = self.kinds[0]


class PhotosForm(EvidenceForm):
    kinds = [EvidenceKind.PHOTO, EvidenceKind.LETTER, EvidenceKind.RECOMMENDATION, EvidenceKind.OTHER]


class FieldCheck(WithAnswers):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)
    upload = forms.FileField(
        label=_("Berita acara atau foto"), required=False, widget=Photos(), help_text=_("PDF, JPEG, atau PNG, paling besar 10 MB.")
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
