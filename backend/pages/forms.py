"""One form for each act on a task. A form's `values()` are what the act takes (see `workflows/routes/lifecycle.py`)."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from backend.acts import LONGEST_REASON
from backend.uploads import keep
from workflows.core.wording import long_date
from workflows.organisation.models import Level, Mandate, Office, Region, Role
from workflows.organisation.models.region import within
from workflows.organisation.superiors import SUPERIOR
from workflows.organisation.working_days import NoCalendar, due_date
from workflows.routes.models import Assignment, Step
from workflows.routes.planning import ancestors
from workflows.routes.queries import DAYS_TO_FIX
from workflows.routes.states import AssignmentState

from .acting import Acting
from .places import is_place, part_of, place_in_words, places_of
from .reasons import label_reason

NOTE = "note."
"""Before the target, it names the field of a remark: `note.clauses.2`."""
MOST_REMARKS = 50


def area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


class Day(forms.DateInput):
    """A date field as browsers offer it; they send and expect 2024-05-06."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Photos(forms.FileInput):
    """Papers and photos from the phone; `js/photo.js` makes the pictures small first."""

    def __init__(self, several: bool = False) -> None:
        self.allow_multiple_selected = several
        super().__init__({"accept": "image/*,application/pdf", "data-photo": True})


class ActForm(forms.Form):
    """Every act says which version and which text it was decided upon, and carries a key: sent twice, it is one act."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)
    read = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    template_name = "parts/fields.html"

    def __init__(
        self, data: Any = None, files: Any = None, *, name: str, task: Assignment, acting: Acting, fresh: dict[str, Any]
    ):
        super().__init__(data, files, auto_id=f"{name}_%s", initial={"key": str(uuid4())} | fresh)
        self.name, self.task, self.acting = name, task, acting
        self.offer()

    def offer(self) -> None:
        """Fill in the choices that depend on the task."""

    def values(self) -> dict[str, Any]:
        return {}

    def ask_reason(self, words: str) -> None:
        """An acting official says why he decides; `words` is what the rule asks."""
        self.fields["reason"].required = True
        self.fields["reason"].label, self.fields["reason"].help_text = _("Alasan"), words


def key_sent(given: Mapping[str, Any]) -> str | None:
    """The key of a form that is read without its fields, as a database can keep it; None: it brought none."""
    return given.get("key", "").replace("\x00", "")[:100] or None


def renew(form: forms.Form, **fresh: Any) -> None:
    """Let a refused form be sent again: what was typed stays; version, hash and key are those of now."""
    if "key" in form.fields:
        fresh["key"] = uuid4()
    bound: Any = form  # its data is a `QueryDict`; the stubs say any mapping
    typed = bound.data.copy()
    typed.update({name: str(value) for name, value in fresh.items()})
    form.data = typed


class WithNote(ActForm):
    reason = forms.CharField(label=_("Catatan"), widget=area(2), required=False, max_length=LONGEST_REASON)


class WithReason(ActForm):
    reason = forms.CharField(widget=area(), max_length=LONGEST_REASON)

    def offer(self) -> None:
        label_reason(self.fields["reason"], self.name)


COMMON_REASONS = [
    _("Foto tidak menunjukkan kegiatan."), _("Lampiran belum lengkap."), _("Dasar hukum belum tepat."),
    _("Nama atau kode desa keliru."), _("Isian tidak sesuai bukti."), _("Kalimat perlu diperjelas."),
]  # fmt: skip


class WithRemarks(WithReason):
    """A return: the reason, and remarks pinned to parts of what was read. Each part that is pinned has a field of its own."""

    common = forms.ChoiceField(
        label=_("Alasan yang sering"), required=False, widget=forms.Select({"data-chips": ""}),
        choices=[("", _("— pilih, atau tulis sendiri di bawah —")), *((words, words) for words in COMMON_REASONS)],
    )  # fmt: skip
    field_order = ["common", "reason"]
    use_required_attribute = False  # one chosen from the list will do; then the browser must let the empty field pass

    def offer(self) -> None:
        super().offer()
        self.fields["reason"].error_messages["required"] = _("Tulis alasannya, atau pilih satu dari daftar.")
        for target in self.pinned:
            self.fields[NOTE + target] = forms.CharField(
                label=_("Catatan pada %(place)s") % {"place": place_in_words(target)}, max_length=500, required=False,
                widget=forms.TextInput({"list": "alasan-sering"}),
            )  # fmt: skip
        self.fields["place1"] = forms.ChoiceField(
            label=_("Catatan lain pada"), choices=[("", _("— bagian naskah —")), *self.places.items()], required=False
        )
        if self.task.file.kind != "evaluation":  # its sections have no numbered items
            self.fields["number1"] = forms.IntegerField(label=_("Nomor butir/baris"), min_value=1, required=False)
        self.fields["text1"] = forms.CharField(label=_("Isi catatan lain"), max_length=500, required=False)

    @property
    def places(self) -> dict[str, Any]:
        return places_of(self.task.file)

    @property
    def pinned(self) -> list[str]:
        """Where remarks are pinned, in the order in which they were."""
        given = self.data if self.is_bound else self.initial
        targets = [name.removeprefix(NOTE) for name in given if name.startswith(NOTE)]
        return [target for target in targets if is_place(target)][:MOST_REMARKS]

    def focus(self, target: str) -> None:
        if field := self.fields.get(NOTE + target):
            field.widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """The reason is what was written, else what was chosen."""
        given = super().clean() or self.cleaned_data
        if "reason" in self.errors and given.get("common"):
            del self.errors["reason"]
            given["reason"] = given["common"]
        return given

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        kind = self.task.file.kind
        remarks = [remark(target, given[NOTE + target], kind) for target in self.pinned if given[NOTE + target]]
        if given["text1"]:
            place, number = given["place1"], given.get("number1")
            remarks.append(remark(f"{place}.{number}" if place and number else place, given["text1"], kind))
        return {"remarks": remarks} if remarks else {}


def remark(target: str, text: str, kind: str) -> dict[str, str]:
    return {"part": part_of(target, kind), "target": target, "text": text}


class ToDrafter(WithRemarks):
    fix_by = forms.DateField(
        label=_("Diperbaiki paling lambat"), widget=Day(), required=False,
        help_text=format_lazy(_("Bila dikosongkan: {n} hari kerja."), n=DAYS_TO_FIX),
    )  # fmt: skip

    def offer(self) -> None:
        super().offer()
        with suppress(NoCalendar):
            self.fields["fix_by"].initial = due_date(self.acting.today, DAYS_TO_FIX)

    def values(self) -> dict[str, Any]:
        day = self.cleaned_data["fix_by"]
        return super().values() | ({"fix_by": day.isoformat()} if day else {})


class ToStep(WithRemarks):
    step = forms.ModelChoiceField(label=_("Kembalikan ke"), queryset=Step.objects.none(), empty_label=None)
    field_order = ["step"]

    def offer(self) -> None:
        super().offer()
        run, earlier = self.task.run, {"state": AssignmentState.APPROVED, "order__lt": self.task.order}
        passed = run.assignments.filter(**earlier).select_related("office") if run else []
        offices = {a.step_id: a.office.label for a in passed if a.step_id}
        field: Any = self.fields["step"]
        field.queryset = Step.objects.filter(pk__in=offices)
        field.label_from_instance = lambda step: f"{offices[step.pk]} ({step.get_kind_display()})"

    def values(self) -> dict[str, Any]:
        return super().values() | {"step": self.cleaned_data["step"].pk}


class ToOffice(WithReason):
    """Reassign: to an office of the same role or its superior, whose region covers what the task is about."""

    office = forms.ModelChoiceField(label=_("Alihkan kepada"), queryset=Office.objects.none(), empty_label=None)
    field_order = ["office"]

    def offer(self) -> None:
        super().offer()
        roles = [self.task.office.role, SUPERIOR.get(self.task.office.role, "")]
        others = Office.objects.active().filter(role__in=roles, region__in=ancestors(self.task.region))
        self.fields["office"].queryset = others.exclude(pk=self.task.office_id).order_by("label")  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        return {"office": self.cleaned_data["office"].pk}


class AskOpinion(ActForm):
    office = forms.ModelChoiceField(label=_("Minta pendapat dari"), queryset=Office.objects.none(), empty_label=None)
    question = forms.CharField(label=_("Pertanyaan"), widget=area())

    def offer(self) -> None:
        regency = (
            Region.objects.filter(pk__in=ancestors(self.task.region), level=Level.REGENCY).first() or self.task.region
        )
        near = Q(region=regency) | Q(region__parent=regency) | Q(region__in=ancestors(self.task.region))
        others = Office.objects.active().filter(near, within(regency.path, "region__")).exclude(role=Role.SYSTEM)
        self.fields["office"].queryset = others.exclude(pk=self.task.office_id).order_by("region__level", "label")  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        return {"office": self.cleaned_data["office"].pk, "question": self.cleaned_data["question"]}


class GiveOpinion(ActForm):
    opinion = forms.CharField(label=_("Pendapat"), widget=area(5))

    def values(self) -> dict[str, Any]:
        return {"opinion": self.cleaned_data["opinion"]}


class BesideTheRule(ActForm):
    """An act that a register lets pass out of order, if somebody says why."""

    reason = forms.CharField(
        label=_("Alasan"), widget=area(2), required=False, help_text=_("Hanya bila nomornya sisipan atau tidak urut tanggal.")
    )


class TypeNumber(BesideTheRule):
    number = forms.CharField(label=_("Nomor dari buku kantor"), max_length=100)
    field_order = ["number", "reason"]

    def offer(self) -> None:
        series = self.task.file.decree.issuer.series.filter(doc_class=self.task.file.decree.kind).first()
        last = series.numbers.order_by("-date", "-pk").first() if series else None
        if last:
            words = _("Nomor terakhir: %(number)s, %(day)s.") % {"number": last.text, "day": long_date(last.date)}
            self.fields["number"].help_text = words

    def values(self) -> dict[str, Any]:
        return {"number": self.cleaned_data["number"]}


class RecordInk(BesideTheRule):
    inked_on = forms.DateField(
        label=_("Tanggal pada tanda tangan"), widget=Day(), help_text=_("Tanggal ini menjadi tanggal penetapan.")
    )
    signatory = forms.ModelChoiceField(
        label=_("Yang menandatangani"),
        queryset=Mandate.objects.none(),
        required=False,
        empty_label=_("Pejabat pada tanggal itu"),
    )
    field_order = ["inked_on", "signatory", "reason"]

    def offer(self) -> None:
        """A letter is dated and names who signs before it is printed."""
        if self.task.file.kind == "letter":
            del self.fields["signatory"]
            self.fields["inked_on"].help_text = ""
        else:
            self.fields["signatory"].queryset = deciding_for(self.task.office_id)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        signatory = self.cleaned_data.get("signatory")
        return {"inked_on": self.cleaned_data["inked_on"].isoformat()} | (
            {"signatory": signatory.pk} if signatory else {}
        )


def deciding_for(office: int) -> Any:
    """The mandates, past ones too, by which somebody decided for an office."""
    return Mandate.objects.deciding().for_offices([office]).select_related("person").order_by("-since", "-pk")


class HandInScan(ActForm):
    scan = forms.FileField(
        label=_("Pindaian naskah bertanda tangan"), widget=Photos(), help_text=_("Foto, atau PDF paling besar 10 MB.")
    )

    def values(self) -> dict[str, Any]:
        return {"attachment": keep(self.cleaned_data["scan"], self.acting.mandate.person, "scan").pk}
