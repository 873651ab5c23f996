"""The local signer on the sample decree's real paper, judged by pyHanko (our judge), pdfsig, qpdf and pikepdf."""

import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pikepdf
import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from pyhanko.sign.signers import PdfSigner
from pyhanko.sign.validation import EmbeddedPdfSignature

from documents.signing import kept, pades, pki
from documents.signing.errors import RequestRefused
from documents.signing.judge import judge
from documents.signing.local import LocalSigner
from documents.signing.pki import Authority
from documents.signing.trust import TEST_ORGANISATION, Trust
from tests.documents.signing.conftest import BUPATI_SIGNS, CAMAT_SIGNS, KADES_SIGNS, final_paper


def test_one_signatory_certifies_with_all_proofs_inside(signed: bytes, paper: bytes, trust: Trust) -> None:
    told = judge(signed, trust)
    assert told.sound, told
    [signature] = told.signed_by
    assert (signature.signer, signature.level, signature.changes) == ("Contoh Bupati, S.Sos.", "B-LTA", "lta_updates")
    assert signature.proven
    assert signed.startswith(paper)
    assert told.signatures[-1].kind == "timestamp"
    assert told.signatures[-1].whole
    with pikepdf.open(BytesIO(signed)) as pdf:
        certification = pdf.Root.Perms.DocMDP
        assert certification.Reference[0].TransformParams.P == 1  # no changes


def test_the_signature_is_invisible_and_the_paper_still_pdf_a(signed: bytes, paper: bytes) -> None:
    with pikepdf.open(BytesIO(signed)) as after, pikepdf.open(BytesIO(paper)) as before:
        assert after.open_metadata().pdfa_status == before.open_metadata().pdfa_status == "3B"
        fields = after.Root.AcroForm.Fields
        assert all(list(field.Rect) == [0, 0, 0, 0] for field in fields)
        assert all(int(field.F) & 6 == 4 for field in fields), "PDF/A: printed, and never hidden"


def test_it_looks_as_it_did(signed: bytes, paper: bytes, tmp_path: Path) -> None:
    pictures = []
    for name, pdf in (("before", paper), ("after", signed)):
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", "40", "-png", f"{name}.pdf", name], cwd=tmp_path, check=True)
        pictures.append([page.read_bytes() for page in sorted(tmp_path.glob(f"{name}-*.png"))])
    assert pictures[0] == pictures[1] != []


@pytest.fixture
def yesterday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever signs, stamps and issues does so a day ago."""
    then = datetime.now(UTC) - timedelta(days=1)
    monkeypatch.setattr(pki, "datetime", SimpleNamespace(now=lambda _zone: then))
    monkeypatch.setattr(pades, "Stamping", partial(pades.Stamping, fixed_dt=then))
    monkeypatch.setattr(pades, "ValidationContext", partial(pades.ValidationContext, moment=then))


@pytest.mark.usefixtures("yesterday")
@pytest.mark.parametrize("last", [True, False], ids=["B-LTA", "B-LT"])
def test_it_outlives_its_certificate(tmp_path: Path, paper: bytes, last: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The signatory's certificate and the list of revocations ended within the hour; what was signed before then was signed."""
    monkeypatch.setattr(pki, "SIGNER_LASTS", timedelta(hours=1))
    monkeypatch.setattr(pki, "REVOCATIONS_LAST", timedelta(hours=1))
    short = LocalSigner(tmp_path)
    signed = short.sign(paper, BUPATI_SIGNS, "", str(uuid4()), last=last).pdf
    told = judge(signed, Trust().with_pem(short.authority.root_pem))
    assert told.sound, told


def test_foreign_programs_find_it_whole(signed: bytes, file: Path) -> None:
    file.write_bytes(signed)
    assert "Signature is Valid" in subprocess.run(["pdfsig", str(file)], capture_output=True, text=True).stdout
    assert subprocess.run(["qpdf", "--check", str(file)], capture_output=True).returncode == 0


def test_several_sign_in_order_and_the_last_one_locks(
    local: LocalSigner, paper: bytes, trust: Trust, file: Path
) -> None:
    one = local.sign(paper, KADES_SIGNS, "", str(uuid4()), last=False).pdf
    two = local.sign(one, CAMAT_SIGNS, "", str(uuid4()), last=False).pdf
    three = local.sign(two, BUPATI_SIGNS, "", str(uuid4())).pdf
    assert three.startswith(two)
    assert two.startswith(one)
    assert one.startswith(paper)
    for pdf, count in ((one, 1), (two, 2), (three, 3)):
        told = judge(pdf, trust)
        assert told.sound, told
        assert [one.signer for one in told.signed_by] == [
            "Contoh Kepala Desa",
            "Contoh Camat",
            "Contoh Bupati, S.Sos.",
        ][:count]
    file.write_bytes(three)
    assert subprocess.run(["pdfsig", str(file)], capture_output=True, text=True).stdout.count("Signature is Valid") == 3


@pytest.mark.parametrize("before", [0, 1])
def test_nobody_signs_after_the_last_one(local: LocalSigner, paper: bytes, before: int) -> None:
    for _ in range(before):
        paper = local.sign(paper, KADES_SIGNS, "", str(uuid4()), last=False).pdf
    locked = local.sign(paper, BUPATI_SIGNS, "", str(uuid4())).pdf
    with pytest.raises(RequestRefused, match="dikunci"):
        local.sign(locked, CAMAT_SIGNS, "", str(uuid4()), last=False)


@pytest.mark.parametrize("before", [0, 1])
def test_a_signature_forced_upon_a_locked_paper_is_seen(
    local: LocalSigner, paper: bytes, trust: Trust, before: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(before):
        paper = local.sign(paper, KADES_SIGNS, "", str(uuid4()), last=False).pdf
    locked = local.sign(paper, BUPATI_SIGNS, "", str(uuid4())).pdf
    monkeypatch.setattr(PdfSigner, "_enforce_certification_constraints", lambda self, reader: None)
    monkeypatch.setattr(EmbeddedPdfSignature, "docmdp_level", None)
    forced = local.sign(locked, CAMAT_SIGNS, "", str(uuid4()), last=False).pdf
    assert judge(forced, trust).flaw == "changed"


def test_only_whole_papers_are_signed(local: LocalSigner, paper: bytes) -> None:
    with pytest.raises(RequestRefused, match="bukan PDF"):
        local.sign(paper[:5000], BUPATI_SIGNS, "", str(uuid4()))


def test_asked_again_it_gives_the_same_bytes(local: LocalSigner, paper: bytes) -> None:
    request = str(uuid4())
    assert local.inquire(paper, BUPATI_SIGNS, request) is None
    first = local.sign(paper, BUPATI_SIGNS, "", request)
    assert local.sign(paper, BUPATI_SIGNS, "", request) == first
    after_a_restart = LocalSigner(local.folder)
    assert after_a_restart.inquire(paper, BUPATI_SIGNS, request) == first


def test_two_at_once_get_one_signature(local: LocalSigner, paper: bytes) -> None:
    request = str(uuid4())
    with ThreadPoolExecutor(4) as threads:
        answers = {threads.submit(local.sign, paper, BUPATI_SIGNS, "", request) for _ in range(4)}
    assert len({answer.result().pdf for answer in answers}) == 1


def test_a_request_belongs_to_one_paper(local: LocalSigner, paper: bytes) -> None:
    request = str(uuid4())
    local.sign(paper, BUPATI_SIGNS, "", request)
    with pytest.raises(RequestRefused, match="naskah lain"):
        local.sign(final_paper(2), BUPATI_SIGNS, "", request)


def test_keys_are_for_their_owner_and_certificates_say_what_they_are(tmp_path: Path) -> None:
    authority = Authority(tmp_path / "made" / "authority")
    keys = list((tmp_path / "made" / "authority").glob("*.key"))
    assert len(keys) == 2
    assert {stat.S_IMODE(key.stat().st_mode) for key in keys} == {0o600}
    certificate = authority.certify("Contoh", "Camat").certificate
    for name in (certificate.subject, certificate.issuer):
        assert name.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == TEST_ORGANISATION


def test_an_authority_founded_by_several_at_once_is_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        roots = {made.root_pem for made in threads.map(Authority, [tmp_path / "authority"] * 4)}
    assert len(roots) == 1
    assert [found.name for found in tmp_path.iterdir()] == ["authority"]


def test_what_is_kept_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "kept.pdf"
    with monkeypatch.context() as patched:
        patched.setattr("os.link", _power_cut)
        with pytest.raises(OSError, match="power"):
            kept.keep(place, b"first")
    assert kept.find(place) is None
    assert kept.keep(place, b"second") == b"second"
    assert kept.keep(place, b"third") == b"second"
    assert [found.name for found in tmp_path.iterdir()] == ["kept.pdf"]


def _power_cut(*paths: object) -> None:
    raise OSError("power")


def test_the_longest_names_fit_into_a_certificate(tmp_path: Path) -> None:
    subject = Authority(tmp_path / "a").certify("Contoh " * 20, "Kepala Dinas " * 20).certificate.subject
    assert isinstance(subject, x509.Name)
    assert len(subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value) == 64
