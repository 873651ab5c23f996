"""Whether what came back is our paper with his signature and nothing else."""

import re

from django.utils.translation import gettext_lazy as _

from documents.signing.errors import BadAnswer, Words
from documents.signing.judge import judge
from documents.signing.judgement import Flaw, Judgement
from documents.signing.signer import Signatory, Signed
from documents.signing.trust import Trust

SHORT = 3  # letters: below that a word of a name is an initial or a title


def accept(pdf: bytes, answer: bytes, signatory: Signatory, trust: Trust, provider_id: str) -> Signed:
    """The answer as a signed paper; raises BadAnswer unless it continues our bytes by one sound signature of his."""
    told = judge(answer, trust) if len(answer) > len(pdf) and answer.startswith(pdf) else None
    wrong = _wrong(told, len(judge(pdf).signed_by), signatory, trust) if told else BadAnswer.words
    if wrong or not told:
        raise BadAnswer(wrong, provider_id)
    last = told.signed_by[-1]
    if last.at is None:
        raise BadAnswer(_("Tanda tangan yang diterima tidak memuat waktu."), provider_id)
    found = {"signer": last.signer, "issuer": last.issuer, "level": last.level, "trusted": str(last.trusted)}
    return Signed(answer, provider_id, last.at, found)


def _wrong(told: Judgement, before: int, signatory: Signatory, trust: Trust) -> Words:
    """What is wrong with the signatures of an answer. Without a known root, nobody can say whose certificate it is."""
    if told.flaw and (trust.roots or told.flaw != Flaw.UNTRUSTED):
        return told.sentence
    if len(told.signed_by) != before + 1:
        return _("Berkas yang diterima tidak memuat tepat satu tanda tangan baru.")
    if not same_person(told.signed_by[-1].signer, signatory.name):
        return _("Berkas yang diterima ditandatangani orang lain.")
    return ""


def same_person(certified: str, printed: str) -> bool:
    """Whether a certificate's name and a printed one may be the same person's: titles come and go, the name's words stay."""
    one, other = _words(certified), _words(printed)
    return bool(one and other) and (one <= other or other <= one)


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.casefold()) if len(word) >= SHORT}
