"""The acts on contests, entries and objections: what each follows, and what it asks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backend.access import competitions_for, decrees_for
from backend.pages import history
from backend.pages.acting import Acting
from backend.pages.file_acts import Bound, Buttons, FileActForm, FileButton, file_offers
from backend.pages.forms import area
from backend.pages.offers import OnPage
from backend.pages.refusals import banner
from workflows.contests.models import Competition
from workflows.contests.states import NEXT, CompetitionState, ContestLevel
from workflows.core.errors import NotDone
from workflows.decrees.models import Decree
from workflows.decrees.states import VALID

ORGANISERS = {"my_office_organises", "organiser_decides"}
"""Rules that keep an act to the organiser: others are not shown it at all."""
OF_OTHERS = {"within_my_drafting_office", "nominator_or_village", "is_the_chair", "held_by_its_own_agency", "entered_from_a_source"}


class Said(FileActForm):
    reason = forms.CharField(
        label=_("Alasan"),
        widget=area(),
        help_text=_("Tercatat dalam riwayat dan dibaca semua yang melihat berkas ini."),
    )


class Objection(FileActForm):
    reason = forms.CharField(
        label=_("Isi sanggahan"),
        widget=area(5),
        help_text=_("Sebut nilai atau langkah mana yang keliru, dan buktinya."),
    )


class Award(FileActForm):
    decree = forms.ModelChoiceField(
        Decree.objects.none(),
        label=_("Keputusan yang menetapkan pemenang"),
        required=False,
        empty_label=_("Tidak ada di Siklus"),
    )
    paper = forms.CharField(
        label=_("Bila di luar Siklus: nomor dan tanggal keputusannya"), max_length=300, required=False
    )

    def offer(self) -> None:
        assert self.acting
        found = decrees_for(self.acting.scope).filter(state__in=VALID, issuer__region=self.subject.file.region)
        field: Any = self.fields["decree"]
        field.queryset = found.order_by("-pk")
        field.label_from_instance = lambda decree: f"{(decree.issue or {}).get('number') or '–'} · {decree.subject}"

    def values(self) -> dict[str, Any]:
        decree, paper = self.cleaned_data["decree"], self.cleaned_data["paper"]
        return ({"decree": decree.pk} if decree else {}) | ({"paper": paper} if paper else {})


class Forward(FileActForm):
    competition = forms.ModelChoiceField(
        Competition.objects.none(), label=_("Lomba tingkat berikutnya"), empty_label=None
    )

    def offer(self) -> None:
        assert self.acting
        level = NEXT.get(ContestLevel(self.subject.competition.level), "")
        above = competitions_for(self.acting.scope).filter(level=level, state=CompetitionState.ANNOUNCED)
        self.fields["competition"].queryset = above  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        return {"competition": self.cleaned_data["competition"].pk}


OF_COMPETITION = {
    "announce": FileButton(
        _("Camat dan kepala desa diberi tahu; sesudah ini syaratnya tidak berubah lagi."), main=True
    ),
    "begin_judging": FileButton(_("Pencalonan ditutup; juri mulai menilai."), main=True),
    "lock_ranking": FileButton(
        _("Nilai tidak dapat diubah lagi, peringkat terbuka untuk umum, dan masa sanggah dimulai."), main=True
    ),
    "award": FileButton(_("Pemenang diberi tahu dan piagamnya dapat dibuat."), Award, main=True),
    "retract": FileButton(
        _("Hasil ini tidak berlaku lagi; catat yang benar dengan sumbernya."), Said, danger=True
    ),
    "cancel": FileButton(_("Lomba berakhir; semua peserta dilepas."), Said, danger=True),
}
OF_ENTRY = {
    "nominate": FileButton(_("Penyelenggara memeriksa berkasnya."), main=True),
    "check_papers": FileButton(
        _("Syarat diperiksa sekali lagi; lalu pejabat penyelenggara memilih nominasi."), main=True
    ),
    "shortlist": FileButton(
        _("Peserta memaparkan dan ditinjau di lapangan; kantor yang mencalonkan diberi tahu."), main=True
    ),
    "present": FileButton(_("Sejak ini juri dapat memberi nilai."), main=True),
    "appeal": FileButton(
        _("Penyelenggara menjawab dengan alasan; selama itu belum ada pemenang yang ditetapkan."), Objection
    ),
    "forward": FileButton(_("Peserta langsung dicalonkan pada lomba itu, menurut syarat di sana."), Forward),
    "withdraw": FileButton(_("Peserta tidak dinilai lagi."), Said, danger=True),
    "disqualify": FileButton(
        _("Peserta tidak dinilai lagi; kantor yang mencalonkan diberi tahu alasannya."), Said, danger=True
    ),
}
OF_APPEAL = {
    "uphold": FileButton(
        _("Penilaian dibuka lagi dan peringkat dikunci ulang; yang sekarang tidak berlaku lagi."), Said
    ),
    "dismiss": FileButton(_("Peringkat tetap; jawaban Anda dibaca yang menyanggah."), Said),
}


def offers_on(subject: Any, acting: Acting, buttons: Buttons, organiser: int, bound: Bound = None) -> list[OnPage]:
    """What whoever acts is offered; the organiser's staff see what their official decides, others nothing of it."""
    theirs = OF_OTHERS if organiser == acting.mandate.office_id else OF_OTHERS | ORGANISERS
    found = file_offers(subject, acting, bound, buttons)
    return [one for one in found if not {problem.rule for problem in one.offer.problems} & theirs]


def competition_shown(found: Competition, acting: Acting, bound: Bound, refusal: NotDone | None) -> dict[str, Any]:
    """What every page of a contest has: its acts, what was refused, its history."""
    return {
        "competition": found,
        "file": found.file,
        "subject": found,
        "acts_at": "competition-act",
        "tried": bound and bound[0],
        "offers": offers_on(found, acting, OF_COMPETITION, found.file.office_id, bound),
        "refusal": refusal and banner(refusal),
        "history": history.of_file(found.pk),
    }
