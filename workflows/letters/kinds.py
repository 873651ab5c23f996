"""What distinguishes the kinds of letters: about what, written by whom, as whose paper, numbered in which register.

The roles and registers are those of documents.md 1; where a district does it otherwise, it changes this table. UNVERIFIED:
that in a village the secretary certifies copies.
"""

from dataclasses import dataclass

from workflows.decrees.states import LetterClass
from workflows.organisation.models import Role

from .states import LetterKind

VILLAGE = (Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY)


@dataclass(frozen=True)
class Kind:
    """`about`: kinds of files; `writers`: roles that may write it; `office`: the role whose paper it is.

    Without `office` it is the writer's own paper, `issuer` stands for the one who issued the decree. No `doc_class`: it
    bears no number of its own.
    """

    about: tuple[str, ...]
    writers: tuple[Role, ...]
    office: Role | str = ""
    doc_class: LetterClass | str = ""


ISSUER = "issuer"
CERTIFIERS = (Role.LEGAL, Role.VILLAGE_SECRETARY)
ORGANISERS = (Role.AGENCY, Role.SECRETARY, Role.CAMAT)

KINDS = {
    LetterKind.MINUTES: Kind(("proposal",), (*VILLAGE, Role.PKB), Role.VILLAGE_HEAD, LetterClass.MINUTES),
    LetterKind.RECOMMENDATION: Kind(("proposal",), (Role.CAMAT,), doc_class=LetterClass.LETTER),
    LetterKind.COVER: Kind(("proposal", "decree"), (Role.VILLAGE_HEAD, Role.CAMAT, Role.AGENCY), doc_class=LetterClass.LETTER),
    LetterKind.NOTE: Kind(("decree",), (Role.AGENCY,), doc_class=LetterClass.NOTE),
    LetterKind.STUDY: Kind(("decree",), (Role.AGENCY,)),
    LetterKind.CONTROL: Kind(("decree",), (Role.LEGAL,)),
    LetterKind.ORDER: Kind(("proposal",), (Role.AGENCY,), doc_class=LetterClass.LETTER),
    LetterKind.COPY: Kind(("decree",), CERTIFIERS),
    LetterKind.EXCERPT: Kind(("decree",), (Role.LEGAL,)),
    LetterKind.ERRATUM: Kind(("decree",), CERTIFIERS, ISSUER, LetterClass.LETTER),
    LetterKind.INVITATION: Kind(("rakor",), ORGANISERS, doc_class=LetterClass.LETTER),
    LetterKind.NOTES: Kind(("rakor",), ORGANISERS),
    LetterKind.RECORD: Kind(("rakor",), ORGANISERS, doc_class=LetterClass.MINUTES),
    LetterKind.REPORT: Kind(("round",), (Role.AGENCY,), doc_class=LetterClass.LETTER),
    LetterKind.CERTIFICATE: Kind(("entry",), (Role.AGENCY,), Role.REGENT, LetterClass.LETTER),
    LetterKind.JUDGING: Kind(("competition",), (Role.AGENCY,), doc_class=LetterClass.MINUTES),
}  # fmt: skip
