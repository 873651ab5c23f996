"""The sections of a proposal, one to a page: what each asks, and what it still lacks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.villages.checklists import CRITERIA, LAST_YEAR_WITH_CRITERIA, PRECONDITIONS
from workflows.villages.evidence import signed_letters
from workflows.villages.models import Proposal
from workflows.villages.states import EvidenceKind

from .proposal_forms import CriteriaForm, EvidenceForm, LetterForm, PhotosForm, PreconditionsForm, ProfileForm

Missing = Callable[[Proposal], list[str]]


@dataclass(frozen=True)
class Section:
    """One page of the wizard. `missing` says in words what is not there yet; what is `needed` stops the handing in.

    `rules` are the rules of handing in that this section answers; `kinds` the evidence that it shows.
    """

    slug: str
    title: str | Promise
    form: type[forms.Form]
    missing: Missing
    needed: bool = True
    rules: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def uploads(self) -> bool:
        return bool(self.kinds)


def unanswered(answers: dict[str, Any], questions: dict[str, Any]) -> list[str]:
    return [str(label) for name, label in questions.items() if name not in answers]


def of_letter(proposal: Proposal) -> list[str]:
    wanted = [(_("nomor"), proposal.letter_number), (_("tanggal"), proposal.letter_on)]
    return [words for words, value in wanted if not value]


def of_minutes(proposal: Proposal) -> list[str]:
    attached = proposal.file.evidence.filter(kind=EvidenceKind.MINUTES).exists()
    written = signed_letters("berita_acara").filter(concerns=proposal.pk).exists()
    return [] if attached or written else [_("berita acara bertanda tangan")]


def of_photos(proposal: Proposal) -> list[str]:
    return [] if proposal.file.evidence.filter(kind=EvidenceKind.PHOTO).exists() else [_("satu foto kegiatan")]


OTHERS = tuple(kind for kind in EvidenceKind.values if kind not in (EvidenceKind.MINUTES, EvidenceKind.FIELD_CHECK))
SECTIONS = [
    Section("surat", gettext_lazy("Surat usulan"), LetterForm, of_letter, needed=False),
    Section("gambaran", gettext_lazy("Gambaran umum"), ProfileForm,
            lambda proposal: [] if proposal.profile else [_("uraian singkat desa")], needed=False),
    Section("prasyarat", gettext_lazy("Prasyarat"), PreconditionsForm,
            lambda proposal: unanswered(proposal.preconditions, PRECONDITIONS), rules=("all_preconditions_answered",)),
    Section("kriteria", gettext_lazy("Kriteria"), CriteriaForm,
            lambda proposal: unanswered(proposal.criteria, CRITERIA), rules=("criteria_of_the_era_answered",)),
    Section("berita-acara", gettext_lazy("Berita acara musyawarah"), EvidenceForm, of_minutes,
            rules=("minutes_attached",), kinds=(EvidenceKind.MINUTES,)),
    Section("foto", gettext_lazy("Foto dan bukti lain"), PhotosForm, of_photos, needed=False, kinds=OTHERS),
]  # fmt: skip
BY_RULE = {rule: section for section in SECTIONS for rule in section.rules}


def sections_of(proposal: Proposal) -> list[Section]:
    """Those that the rules of its year ask for."""
    return [one for one in SECTIONS if one.slug != "kriteria" or proposal.era <= LAST_YEAR_WITH_CRITERIA]


@dataclass(frozen=True)
class Progress:
    """How far a proposal has come: each section with what it lacks."""

    sections: list[tuple[Section, list[str]]]

    @property
    def complete(self) -> int:
        return sum(not missing for _section, missing in self.sections)

    @property
    def total(self) -> int:
        return len(self.sections)

    @property
    def first_open(self) -> str:
        """The first section that lacks something needed, else something at all, else the look over all."""
        lacking = [section for section, missing in self.sections if missing]
        needed = [section for section in lacking if section.needed]
        return (needed or lacking)[0].slug if lacking else REVIEW


REVIEW = "periksa"


def progress_of(proposal: Proposal) -> Progress:
    return Progress([(section, section.missing(proposal)) for section in sections_of(proposal)])


def after(proposal: Proposal, slug: str) -> str:
    """The page that follows a section."""
    slugs = [section.slug for section in sections_of(proposal)]
    return [*slugs[slugs.index(slug) + 1 :], REVIEW][0]
