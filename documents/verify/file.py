"""One file, offline: its bytes against the receipt beside it, the receipt against keys that are trusted."""

import hashlib
import json
from pathlib import Path

from documents.content import Content
from documents.forms import SIGNED
from documents.ledger.checkpoints import Checkpoint
from documents.ledger.errors import NotProved
from documents.ledger.keys import PublicKey, keys_in
from documents.ledger.receipts import Receipt
from documents.signing.judge import judge
from documents.signing.trust import Trust
from documents.verify.beside import TRUST, receipt_beside, snapshot_beside
from documents.verify.drawing import differences
from documents.verify.verdict import UNSIGNED, Verdict
from workflows.core.canonical import fingerprint


def verify_file(pdf_path: Path, trust: Path | None = None) -> Verdict:
    """Judge `NAME.pdf` by `NAME.pdf.receipt.json` and, if it is there, `NAME.snapshot.json`.

    The keys are those in the folder `trust`, else in the nearest folder of that name beside or above the file. Needs
    neither database nor network, and raises nothing whatever the files hold.
    """
    try:
        pdf = pdf_path.read_bytes()
    except OSError as problem:
        return told(pdf_path, "", f"Berkas tidak terbaca: {problem.strerror}.")
    sha256 = hashlib.sha256(pdf).hexdigest()
    trust = trust or nearest_trust(pdf_path)
    try:
        receipt = receipt_of(pdf_path)
        demand_same_bytes(pdf, sha256, receipt)
        checkpoint = receipt.judge(trusted(trust))
    except NotProved as problem:
        return told(pdf_path, sha256, str(problem), signature_of_another(pdf, trust))
    return judged(pdf_path, pdf, receipt, checkpoint, trust)


def receipt_of(pdf: Path) -> Receipt:
    beside = receipt_beside(pdf)
    try:
        return Receipt.read(beside.read_bytes())
    except FileNotFoundError:
        raise NotProved(
            f"Tidak dapat dipastikan: tanda terima {beside.name} tidak ada di sebelah berkas ini."
        ) from None
    except OSError as problem:
        raise NotProved(f"Tidak dapat dipastikan: {beside.name} tidak terbaca: {problem.strerror}.") from None


def demand_same_bytes(pdf: bytes, sha256: str, receipt: Receipt) -> None:
    """Raises NotProved, which also says if the very paper is in there and something was added to it."""
    ours, size = receipt.document.get("sha256"), receipt.document.get("size")
    if sha256 == ours:
        return
    if isinstance(size, int) and size < len(pdf) and hashlib.sha256(pdf[:size]).hexdigest() == ours:
        raise NotProved(f"BUKAN berkas kami: {len(pdf) - size} bait ditambahkan di belakang dokumen aslinya.")
    raise NotProved("BUKAN berkas kami: isinya bukan yang tercatat pada tanda terimanya.")


def nearest_trust(pdf: Path) -> Path | None:
    folders = (folder / TRUST for folder in pdf.resolve().parents)
    return next((folder for folder in folders if folder.is_dir()), None)


def trusted(folder: Path | None) -> list[PublicKey]:
    """Raises NotProved where there are none."""
    try:
        keys = list(keys_in(folder)) if folder else []
    except (OSError, UnicodeDecodeError) as problem:
        raise NotProved(f"Tidak dapat dipastikan: kunci di {folder} tidak terbaca: {problem}.") from None
    if not keys:
        raise NotProved(
            "Tidak dapat dipastikan: kunci penerbitnya tidak dikenal di sini; sebut foldernya dengan --trust DIR."
        )
    return keys


def judged(pdf_path: Path, pdf: bytes, receipt: Receipt, checkpoint: Checkpoint, trust: Path | None) -> Verdict:
    """The bytes are those of the ledger; what remains is the signature, and the content beside."""
    paper = receipt.document
    flaw, signature = of_signature(pdf, paper.get("form") == SIGNED, trust)
    false, drawn = of_snapshot(pdf_path, pdf, paper)
    problems = (*flaw, *false)
    details = (
        f"{paper.get('kind')} nomor {paper.get('number')} tanggal {paper.get('dated')}, bentuk {paper.get('form')}",
        f"SHA-256 {paper.get('sha256')}",
        f"baris {receipt.index} buku besar {checkpoint.origin} yang berisi {checkpoint.size} baris, {checkpoint.at.isoformat()}",
        f"kunci dan sertifikat dari {trust}",
        *drawn,
    )
    return Verdict(
        pdf_path, str(paper.get("sha256")), problems, signature, problems[0] if problems else signature, details
    )


def of_signature(pdf: bytes, is_signed: bool, trust: Path | None) -> tuple[tuple[str, ...], str]:
    """What is wrong with the signature of a paper of ours, and what is told about it."""
    if not is_signed:
        return (), f"Utuh dan tercatat di buku besar, tetapi {UNSIGNED}."
    judgement = judge(pdf, Trust.of(*[trust] if trust else []))
    return () if judgement.sound else (judgement.sentence,), f"Sah dan tercatat di buku besar. {judgement.sentence}"


def of_snapshot(pdf_path: Path, pdf: bytes, paper: Content) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is wrong with the snapshot beside the paper, if there is one, and what else is told of it.

    Its content must be the one that the ledger has. Drawn again it gives the paper's bytes; where it does not, the paper
    is no less proved: another version of the libraries that draw breaks lines elsewhere.
    """
    beside = snapshot_beside(pdf_path)
    try:
        snapshot = json.loads(beside.read_bytes())
        template, content, form = (snapshot[key] for key in ("template", "content", "form"))
        genuine = fingerprint(content) == paper.get("content_sha256")
    except FileNotFoundError:
        return (), ()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return (f"{beside.name} bukan snapshot yang utuh",), ()
    if (template, form, genuine) != (paper.get("template"), paper.get("form"), True):
        return (f"{beside.name} bukan snapshot dokumen ini",), ()
    found = tuple(differences(pdf, template, content, form))
    return (), found or ("digambar ulang dari snapshotnya: bait demi bait sama",)


def signature_of_another(pdf: bytes, trust: Path | None) -> str:
    """What a file that is not proved to be ours says about its signatures, if it has any."""
    judgement = judge(pdf, Trust.of(*[trust] if trust else []))
    return judgement.sentence if judgement.signatures else ""


def told(path: Path, sha256: str, sentence: str, *details: str) -> Verdict:
    """A verdict with the one problem that ends the matter."""
    return Verdict(path, sha256, (sentence,), sentence=sentence, details=tuple(filter(None, details)))
