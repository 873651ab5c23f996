"""Letters are started and edited by ordinary saves of the office that writes them; they never set a state."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Refused
from workflows.core.models import File
from workflows.decrees.states import Signing
from workflows.organisation.models import Mandate
from workflows.routes.drafts import open_draft

from .beginnings import BEGINNINGS, begin, beginnings_elsewhere
from .bodies import body_of
from .kinds import KINDS
from .models import Letter
from .parties import replace_initials, replace_parties
from .states import LetterKind, LetterState, Nature
from .writing import office_of, why_not

EDITABLE_STATES = [LetterState.DRAFT]
TEXTS, LISTS = ["through", "enclosures"], ["to", "copies_to"]
FIELDS = [*TEXTS, *LISTS, "nature", "body"]
LONGEST = 500


@transaction.atomic
def start_letter(kind: str, about: File, by: Mandate, *, signing: str = Signing.NONE, **fields: Any) -> Letter:
    """A new draft in the office of `by`, begun with what is known about the file. `fields` as `edit` takes them.

    Raises `BadValues` naming the field, `Refused` when that office does not write such letters about the file.
    Copies are started by `copying.start_copies`.
    """
    if kind not in BEGINNINGS | beginnings_elsewhere:
        raise BadValues({"kind": _("Jenis surat tidak dikenal.")})
    if problems := why_not(LetterKind(kind), about, by):
        raise Refused(problems)
    office = office_of(LetterKind(kind), about, by)
    began = begin(LetterKind(kind), about, office)
    file = File.objects.create(
        kind="letter", title=began.subject, region=about.region, zone=about.zone, office=by.office, drafted_by=by.person,
        example=about.example,
    )  # fmt: skip
    letter = Letter(file=file, kind=kind, office=office, doc_class=KINDS[LetterKind(kind)].doc_class, concerns=about,
                    subject=began.subject, fields=began.fields)  # fmt: skip
    letter.save(force_insert=True)
    replace_parties(letter, began.parties)
    edit(letter, by, signing=signing, **fields)
    return letter


@transaction.atomic
def edit(
    letter: Letter, by: Mandate, *, version: int | None = None, subject: str | None = None, signing: str | None = None,
    parties: list[dict[str, Any]] | None = None, initials: list[int] | None = None, **fields: Any,
) -> None:  # fmt: skip
    """Change a draft; `version` is what the editor saw, what is not given stays. `fields`: see `FIELDS`.

    Raises `BadValues` naming each field, `Conflict` or `Refused` as `open_draft` does.
    """
    kept = checked(fields | ({"subject": subject} if subject is not None else {}))
    if signing is not None and signing not in Signing.values:
        raise BadValues({"signing": _("Pilih cara penandatanganan: %(ways)s.") % {"ways": ", ".join(Signing.values)}})
    open_draft(letter, by, EDITABLE_STATES, version)
    letter.refresh_from_db()
    letter.subject = kept.pop("subject", letter.subject)
    letter.signing = signing or letter.signing
    if "body" in kept:
        kept["body"] = body_of(letter.kind, letter.fields["body"], kept["body"])
    letter.fields |= kept
    letter.save(update_fields=["subject", "signing", "fields"])
    if parties is not None:
        replace_parties(letter, parties)
    if initials is not None:
        replace_initials(letter, initials)
    File.objects.filter(pk=letter.pk).update(title=letter.subject)


def checked(given: dict[str, Any]) -> dict[str, Any]:
    """The values to keep, as their fields want them; all that is wrong is told at once."""
    wrong = {name: words for name, value in given.items() if (words := what_is_wrong(name, value))}
    if wrong:
        raise BadValues(wrong)
    return given


def what_is_wrong(name: str, value: Any) -> str:
    """In words for the user; "" when a field may be kept."""
    if name not in [*FIELDS, "subject"]:
        return _("tidak dikenal")
    if name == "body":
        return "" if isinstance(value, dict) else _("bentuknya salah")
    if name in LISTS:
        fits = isinstance(value, list) and all(isinstance(line, str) and len(line) <= LONGEST for line in value)
        return "" if fits else _("Tulis satu penerima satu baris, paling panjang %(n)d huruf.") % {"n": LONGEST}
    if name == "nature" and value not in Nature.values:
        return _("Pilih sifat: %(natures)s.") % {"natures": ", ".join(Nature.values)}
    if not isinstance(value, str) or len(value) > LONGEST:
        return _("Paling panjang %(n)d huruf.") % {"n": LONGEST}
    return _("wajib diisi") if name == "subject" and not value.strip() else ""
