"""Who may write which letter about what: the same answer greys a button and refuses a draft."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from workflows.core.errors import Problem
from workflows.core.models import File
from workflows.decrees.states import COPIED_STATES, DecreeKind
from workflows.organisation.models import Mandate, Office, Role
from workflows.routes.drafts import in_force_today
from workflows.routes.planning import office_for

from .kinds import ISSUER, KINDS, Kind
from .states import COPIES, LetterKind

hindrances_elsewhere: dict[LetterKind, Callable[[LetterKind, File], list[Problem]]] = {}
"""Of the kinds about files of apps above, what they must wait for: each registers its own."""


def why_not(kind: LetterKind, about: File, by: Mandate) -> list[Problem]:
    """What keeps the office of `by` from writing a letter of this kind about a file; empty: nothing."""
    rules = KINDS[kind]
    if about.kind not in rules.about:
        words = _("%(kind)s tidak dibuat tentang berkas ini.") % {"kind": kind.label.capitalize()}
        return [Problem(about.pk, "file", "fits_the_file", words)]
    if not (by.office.role in rules.writers and is_near(by.office, about) and in_force_today(by, about.zone)):
        words = _("%(kind)s ditulis oleh kantor lain.") % {"kind": kind.label.capitalize()}
        return [Problem(about.pk, "file", "writes_this_kind", words, writers_of(rules))]
    hindered = hindrances_elsewhere.get(kind)
    return [*copied(kind, about, by), *altered(kind, about), *(hindered(kind, about) if hindered else [])]


def is_near(office: Office, about: File) -> bool:
    """Whether an office serves the place that a file is about: it lies there, or in the PKB's villages."""
    return office.serves(about.region)


def writers_of(rules: Kind) -> str:
    return ", ".join(str(Role(role).label) for role in rules.writers)


def copied(kind: LetterKind, about: File, by: Mandate) -> list[Problem]:
    """A copy is of a decree that holds, by who certifies that kind of decree; an excerpt is of a list of villages."""
    if kind not in COPIES:
        return []
    if about.decree.state not in COPIED_STATES or about.snapshot_id is None:
        words = _("Salinan dan petikan hanya dibuat dari keputusan yang sudah ditandatangani dan masih berlaku.")
        return [Problem(about.pk, "decree", "original_holds", words)]
    certifier = Role.LEGAL if about.decree.kind == DecreeKind.REGENT else Role.VILLAGE_SECRETARY
    if by.office.role != certifier:
        words = _("Salinan keputusan ini disahkan oleh kantor lain.")
        return [Problem(about.pk, "decree", "certifies_this_decree", words, str(certifier.label))]
    return []


def altered(kind: LetterKind, about: File) -> list[Problem]:
    """An erratum corrects what has been signed."""
    if kind != LetterKind.ERRATUM or about.decree.state in COPIED_STATES:
        return []
    words = _("Ralat hanya untuk keputusan yang sudah ditandatangani; konsep cukup diubah.")
    return [Problem(about.pk, "decree", "is_signed", words)]


def office_of(kind: LetterKind, about: File, by: Mandate) -> Office:
    """Whose paper a letter is. Raises `Refused` when that office does not exist."""
    role = KINDS[kind].office
    if role == ISSUER:
        return about.decree.issuer
    return office_for(role, about.region) if role else by.office
