"""What is typed while the hall talks: each kind of decision asks only for what it needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.file_acts import FileActForm
from backend.pages.forms import Day, area
from backend.pages.lines import Lines
from workflows.coaching.lists import AIMS, list_for
from workflows.contests.models import Competition
from workflows.contests.states import CompetitionState
from workflows.meetings.about import ALONE, waiting_for_class
from workflows.meetings.inviting import offices_near
from workflows.meetings.models import Motion, Rakor
from workflows.meetings.states import CLASSES, MotionKind
from workflows.organisation.models import Office
from workflows.organisation.models.region import within
from workflows.routes.planning import ancestors
from workflows.villages.drafting import hamlet_and_village
from workflows.villages.models import KampungKB

K = MotionKind
MARK = "|"
ASKED: dict[str, list[str]] = {
    K.CONFIRM_CLASS: ["villages"],
    K.DEVIATE_CLASS: ["villages", "decided", "why"],
    K.FOLLOW_UP: ["text", "owner", "due_on", "villages", "aim"],
    K.NOMINATE: ["competition", "villages"],
    K.RECOMMEND_REVOCATION: ["villages", "why"],
    K.OTHER: ["text"],
}
ALWAYS = ["key", "version", "votes_for", "votes_against", "abstained", "dissent"]
VOTES = {"for": "votes_for", "against": "votes_against", "abstain": "abstained"}
MANY = 12
"""Villages to choose from above which a box to search them helps."""


class One(forms.Select):
    """One choice of a field that takes several."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [value for value in data.getlist(name) if value]


class MotionForm(FileActForm):
    """One decision; with `old` it stands for an earlier one, which was put wrongly."""

    text = forms.CharField(label=gettext_lazy("Bunyi keputusan"), widget=area(3), max_length=2000)
    villages = forms.MultipleChoiceField(label=gettext_lazy("Kampung KB"), required=False, widget=forms.CheckboxSelectMultiple)
    decided = forms.ChoiceField(label=gettext_lazy("Kelas yang ditetapkan"))
    why = forms.CharField(label=gettext_lazy("Alasan, tercantum dalam berita acara"), widget=area(2))
    owner = forms.ModelChoiceField(label=gettext_lazy("Yang menindaklanjuti"), queryset=Office.objects.none())
    due_on = forms.DateField(label=gettext_lazy("Tenggat"), widget=Day())
    aim = forms.ChoiceField(label=gettext_lazy("Sasaran"), required=False,
                            help_text=gettext_lazy("Diisi bila tindak lanjut menyangkut Kampung KB tertentu."))  # fmt: skip
    competition = forms.ModelChoiceField(label=gettext_lazy("Lomba"), queryset=Competition.objects.none())
    votes_for = forms.IntegerField(label=gettext_lazy("Setuju"), min_value=0, required=False)
    votes_against = forms.IntegerField(label=gettext_lazy("Tidak setuju"), min_value=0, required=False)
    abstained = forms.IntegerField(label=gettext_lazy("Abstain"), min_value=0, required=False)
    dissent = Lines(2, label=gettext_lazy("Pendapat berbeda"), required=False,
                    help_text=gettext_lazy("Satu baris: siapa | mengapa"))  # fmt: skip
    reason = forms.CharField(label=gettext_lazy("Apa yang diperbaiki"), widget=area(2))

    def __init__(self, data: Any = None, *, rakor: Rakor, kind: MotionKind, old: Motion | None = None):
        self.kind, self.old, self.rakor = kind, old, rakor
        super().__init__(data, name="resolve", version=rakor.file.version)

    def offer(self) -> None:
        """Keep what this kind asks for, and fill in the choices that depend on the rakor."""
        self.initial = {**self.initial, **(written(self.old) if self.old else {})}
        wanted = ALWAYS + ASKED[self.kind] + (["reason"] if self.old else [])
        for name in [name for name in self.fields if name not in wanted]:
            del self.fields[name]
        self.order_fields(["key", "version", "reason", *ASKED[self.kind]])
        self.choose()

    def choose(self) -> None:
        """Offer only what this rakor may decide about."""
        given: dict[str, Any] = {"villages": self.units, "decided": self.classes, "aim": self.aims}
        for name in given.keys() & self.fields.keys():
            self.fields[name].choices = given[name]()  # type: ignore[attr-defined]
        region = self.rakor.file.region
        if "owner" in self.fields:
            self.fields["owner"].queryset = offices_near(region).order_by("label")  # type: ignore[attr-defined]
        if "competition" in self.fields:
            announced = Competition.objects.filter(state=CompetitionState.ANNOUNCED, file__region__in=ancestors(region))
            self.fields["competition"].queryset = announced.select_related("file")  # type: ignore[attr-defined]
        if self.kind in ALONE:
            self.fields["villages"].widget = One(choices=[("", _("– pilih –")), *self.units()])
        if self.kind == K.CONFIRM_CLASS:
            self.fields["villages"].help_text = _("Tanpa pilihan: semua yang menunggu keputusan kelas.")

    def units(self) -> list[tuple[int, str]]:
        """Those whose class waits; for other kinds all of the territory."""
        if self.kind in CLASSES:
            waiting = waiting_for_class(self.rakor, self.old.pk if self.old else None) if self.rakor.round_id else []
            return [(one.kampung_id, named(one.kampung)) for one in waiting]
        here = KampungKB.objects.filter(within(self.rakor.file.region.path, "region__"))
        return [(unit.pk, named(unit)) for unit in here.select_related("region__parent").order_by("region__path", "pk")]

    def classes(self) -> list[tuple[str, str]]:
        return [(one.key, one.label) for one in self.rakor.round.instrument.definition.classes] if self.rakor.round else []

    def aims(self) -> list[tuple[str, str]]:
        """Those of desa and of kelurahan; `resolve` says which of them all the chosen villages have."""
        known = list_for(AIMS, self.rakor.file.region)
        return [("", _("– tanpa sasaran –")), *((item.key, item.label) for item in known.items)]

    @property
    def about(self) -> list[forms.BoundField]:
        """What is decided; the votes on it are another part of the form."""
        return [field for field in self.visible_fields() if field.name not in VOTES.values() and field.name != "dissent"]

    @property
    def votes(self) -> list[forms.BoundField]:
        return [self[name] for name in VOTES.values()]

    @property
    def voted(self) -> bool:
        """Whether something stands there that should be seen."""
        return any(self[name].value() or self[name].errors for name in (*VOTES.values(), "dissent"))

    @property
    def many(self) -> bool:
        return "villages" in self.fields and self.kind not in ALONE and len(self.units()) > MANY

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("villages") and given.get("aim") == "":
            self.add_error("aim", _("Pilih sasarannya, karena tindak lanjut ini menyangkut Kampung KB."))
        return given

    def clean_dissent(self) -> list[dict[str, str]]:
        return [dissenter(n, line) for n, line in enumerate(self.cleaned_data["dissent"], 1)]

    def values(self) -> dict[str, Any]:
        """What `resolve` takes."""
        known = self.cleaned_data
        plain = {name: known[name] for name in ("text", "decided", "why", "aim") if known.get(name)}
        ids = {name: known[name].pk for name in ("owner", "competition") if known.get(name)}
        day = {"due_on": known["due_on"].isoformat()} if known.get("due_on") else {}
        villages = {"villages": [int(pk) for pk in known["villages"]]} if known.get("villages") else {}
        cast = {key: known[name] or 0 for key, name in VOTES.items()} if any(known[name] for name in VOTES.values()) else {}
        said = {"votes": cast, "dissent": known["dissent"]} | ({"replaces": self.old.pk} if self.old else {})
        return {"kind": str(self.kind)} | plain | ids | day | villages | {name: value for name, value in said.items() if value}


class Withdrawal(forms.Form):
    reason = forms.CharField(max_length=500)


def named(unit: KampungKB) -> str:
    return f"{hamlet_and_village(unit)}, {unit.region.parent}"


def dissenter(n: int, line: str) -> dict[str, str]:
    who, mark, why = (part.strip() for part in line.partition(MARK))
    if not (who and why):
        raise forms.ValidationError(_("Baris %(n)d: tulis siapa, garis tegak, lalu mengapa.") % {"n": n})
    return {"who": who, "why": why}


def written(motion: Motion) -> dict[str, Any]:
    """A motion as the form shows it."""
    rows = list(motion.rows.all())
    return {
        "text": motion.text, "why": motion.reason, "owner": motion.owner_id, "due_on": motion.due_on, "aim": motion.aim,
        "competition": motion.competition_id, "votes_for": motion.votes_for, "votes_against": motion.votes_against,
        "abstained": motion.abstained, "dissent": [f"{one['who']} {MARK} {one['why']}" for one in motion.dissent],
        "villages": [row.kampung_id for row in rows], "decided": rows[0].decided if rows else "",
    }  # fmt: skip
