"""Editing attacks on a signed paper, and what was never a signed paper: each gets its sentence, none an exception."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from documents.signing.judge import LARGEST, judge
from documents.signing.local import LocalSigner
from documents.signing.trust import Trust
from tests.documents.signing.conftest import BUPATI_SIGNS, final_paper


def words_replaced(pdf: bytes) -> bytes:
    """One byte of the signed content, the size unchanged."""
    place = len(pdf) // 20
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def page_changed(pdf: bytes) -> bytes:
    """An incremental update, well made, that draws over the first page."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=b"0 0 400 400 re f")))
    return written(writer)


def page_swapped(pdf: bytes) -> bytes:
    """An incremental update whose first page shows another decree's."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    other = PdfFileReader(BytesIO(final_paper(2))).root["/Pages"]["/Kids"][0]
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.import_object(other["/Contents"])
    writer.update_container(page)
    return written(writer)


def text_laid_over(pdf: bytes) -> bytes:
    """An incremental update with an annotation over the text."""
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    writer.add_annotation(0, FreeText(text="1.000 desa", rect=(50, 550, 200, 650)))
    return written(writer)


def field_added(pdf: bytes) -> bytes:
    """An incremental update with a field to be filled in."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    form = writer.root["/AcroForm"]
    name, value = generic.pdf_string("Jumlah"), generic.pdf_string("1.000")
    field = {"/FT": generic.pdf_name("/Tx"), "/T": name, "/V": value}
    form["/Fields"].append(
        writer.add_object(generic.DictionaryObject({generic.pdf_name(k): v for k, v in field.items()}))
    )
    writer.update_container(form["/Fields"])
    return written(writer)


def saved_again(pdf: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out)
    return out.getvalue()


def written(writer: PdfWriter | IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


ATTACKS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "words replaced": (words_replaced, "broken"),
    "page changed": (page_changed, "changed"),
    "page swapped": (page_swapped, "changed"),
    "text laid over": (text_laid_over, "changed"),
    "a field added": (field_added, "changed"),
    "saved again": (saved_again, "broken"),
    "bytes appended": (lambda pdf: pdf + b"% tambahan\n", "appended"),
    "zeros appended": (lambda pdf: pdf + bytes(5000), "unreadable"),
    "itself once more": (lambda pdf: pdf + pdf, "appended"),
    "an unsigned paper after it": (lambda pdf: pdf + final_paper(2), "unreadable"),
    "an unsigned paper before it": (lambda pdf: final_paper(2) + pdf, "unreadable"),
    "its end cut off": (lambda pdf: pdf[:-8], "unreadable"),
    "cut in half": (lambda pdf: pdf[: len(pdf) // 2], "unreadable"),
    "its beginning only": (lambda pdf: pdf[:200], "unreadable"),
    "not its beginning": (lambda pdf: pdf[10:], "not_pdf"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_with_a_sentence(signed: bytes, trust: Trust, attack: str) -> None:
    change, flaw = ATTACKS[attack]
    told = judge(change(signed), trust)
    assert told.flaw == flaw, told
    assert len(told.sentence) > 20


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (b"", "not_pdf"),
        (b"PK\x03\x04 a spreadsheet", "not_pdf"),
        (b"%PDF-1.7\n", "unreadable"),
        (b"%PDF-1.7\n" + bytes(100_000), "unreadable"),
        (b"%PDF-1.7\n" + bytes(LARGEST), "too_large"),
    ],
    ids=["empty", "no PDF", "a header", "zeros", "21 MB"],
)
def test_what_is_no_paper_is_told_so(data: bytes, flaw: str, trust: Trust) -> None:
    assert judge(data, trust).flaw == flaw


def test_an_unsigned_paper_is_unsigned(paper: bytes, trust: Trust) -> None:
    told = judge(paper, trust)
    assert told.flaw == "unsigned"
    assert told.sentence == "PDF ini tidak memuat tanda tangan elektronik."


def test_a_stranger_s_signature_is_told_and_not_trusted(paper: bytes, trust: Trust, tmp_path: Path) -> None:
    stranger = LocalSigner(tmp_path)
    told = judge(stranger.sign(paper, BUPATI_SIGNS, "", str(uuid4())).pdf, trust)
    assert told.flaw == "untrusted"
    assert all(signature.intact for signature in told.signatures)


def test_without_trust_nothing_is_sound(signed: bytes) -> None:
    told = judge(signed)
    assert told.flaw == "untrusted"
    assert not told.signed_by[0].proven


def test_a_test_signature_says_that_it_is_none(signed: bytes, trust: Trust) -> None:
    told = judge(signed, trust)
    assert told.test
    assert told.sentence.endswith("Sertifikat uji coba: bukan tanda tangan elektronik tersertifikasi.")


def test_another_text_under_the_same_signature_is_broken(
    local: LocalSigner, signed: bytes, paper: bytes, trust: Trust
) -> None:
    """The signature's revision of one decree behind the bytes of another of the same length."""
    other = paper[:1000] + bytes([paper[1000] ^ 1]) + paper[1001:]
    assert judge(other + signed[len(paper) :], trust).flaw in {"broken", "unreadable"}


def test_a_folder_of_trust_may_hold_other_things(local: LocalSigner, tmp_path: Path) -> None:
    local.authority.export(tmp_path)
    (tmp_path / "ledger.pem").write_text("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")
    (tmp_path / "README.txt").write_text("keys")
    (tmp_path / "broken.crt").write_bytes(b"\x00\x01")
    assert len(Trust.of(tmp_path).roots) == 1
