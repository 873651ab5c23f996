"""Files made to hurt the reader: each gets its sentence within time and memory, and the next paper is judged as ever."""

import random
import re
import time
import zlib

import pytest

from documents.limits import Limits
from documents.signing import judge as judging
from documents.signing.judge import judge
from documents.signing.trust import Trust

FORM = b"<</Type/Catalog/AcroForm<</SigFlags 3/Fields[2 0 R]>>>>"
FIELD = b"<</FT/Sig/T(a)/V 3 0 R>>"
GARBAGE = b"<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 10 20 30]/Contents<" + b"30" * 500 + b">>>"


def pdf_of(*objects: bytes, more: bytes = b"") -> bytes:
    """A PDF of these objects, the first one its root."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>\n" % (size, table, size, more)
    return out + head + b"startxref\n%d\n%%%%EOF\n" % len(out)


def tables_in_a_circle() -> bytes:
    place = pdf_of(b"<</Type/Catalog>>").index(b"xref")
    return pdf_of(b"<</Type/Catalog>>", more=b"/Prev %d" % place)


def table_bomb() -> bytes:
    """A cross-reference stream of a few KB that unpacks to 2 GB of zeros."""
    packer, zeros = zlib.compressobj(9), bytes(10_000_000)
    first, again = (packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = zlib.compress(first + again * 200)
    entries = b"/Type/XRef/W[1 4 1]/Size 300000000/Root 1 0 R/Filter[/FlateDecode/FlateDecode]/Length %d" % len(packed)
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    table = b"2 0 obj\n<<%b>>\nstream\n%b\nendstream\nendobj\n" % (entries, packed)
    return head + table + b"startxref\n%d\n%%%%EOF\n" % len(head)


HOSTILE = {
    "fields in a circle": lambda: pdf_of(FORM, b"<</Kids[2 0 R]/T(a)>>"),
    "tables in a circle": tables_in_a_circle,
    "100,000 arrays deep": lambda: pdf_of(b"<</Type/Catalog/AcroForm " + b"[" * 100_000 + b"]" * 100_000 + b">>"),
    "a form that is a number": lambda: pdf_of(b"<</Type/Catalog/AcroForm 5>>"),
    "a signature of garbage": lambda: pdf_of(FORM, FIELD, GARBAGE),
    "a signature of nothing": lambda: pdf_of(FORM, FIELD, b"<</Type/Sig>>"),
    "a table that unpacks to 2 GB": table_bomb,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_time(kind: str, trust: Trust) -> None:
    data, start = HOSTILE[kind](), time.monotonic()
    told = judge(data, trust)
    assert told.flaw in {"unreadable", "unsigned"}, told
    assert time.monotonic() - start < judging.LIMITS.wall


def test_what_takes_too_long_is_stopped(signed: bytes, trust: Trust, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(judging, "LIMITS", Limits(wall=0.001))
        assert judge(signed, trust).flaw == "too_slow"
    assert judge(signed, trust).sound


def test_no_flipped_bit_of_what_is_signed_goes_unseen(signed: bytes, trust: Trust) -> None:
    """Outside the places of the signatures themselves, whose padding nothing covers: there the register's hash tells."""
    chance = random.Random(20261121)
    gaps = [match.span() for match in re.finditer(rb"<[0-9a-fA-F]{2000,}>", signed)]
    assert len(gaps) == 2
    covered = [place for place in range(len(signed)) if not any(start <= place < end for start, end in gaps)]
    for place in chance.sample(covered, 60):
        changed = bytearray(signed)
        changed[place] ^= 1 << chance.randrange(8)
        assert not judge(bytes(changed), trust).sound, place
