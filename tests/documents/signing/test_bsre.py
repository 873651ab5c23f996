"""Both generations of BSrE's client service over real HTTP, against the stub, with everything that can go wrong."""

import logging
import socket
import ssl
import sys
import traceback
from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.views.debug import ExceptionReporter

from documents.signing.bsre.answers import same_person
from documents.signing.bsre.client import Client
from documents.signing.bsre.generation1 import FirstGeneration
from documents.signing.bsre.generation2 import SecondGeneration
from documents.signing.bsre.service import Service
from documents.signing.errors import (
    BadAnswer,
    BadSecret,
    CertificateExpired,
    NotRegistered,
    OutcomeUnknown,
    RequestRefused,
    ServiceDown,
    SigningError,
)
from documents.signing.judge import judge
from documents.signing.pki import SIGNER_LASTS, _issue, _subject
from documents.signing.signer import Signatory
from documents.signing.trust import Trust
from tests.documents.signing import bsre_stub as stub
from tests.documents.signing.bsre_stub import Bsre
from tests.documents.signing.conftest import BUPATI_SIGNS, CAMAT_SIGNS, KADES_SIGNS

GENERATIONS: dict[str, type[Client]] = {"bsre1": FirstGeneration, "bsre2": SecondGeneration}
KNOWN = {who.nik: who.name for who in (BUPATI_SIGNS, CAMAT_SIGNS, KADES_SIGNS)}
SIGN = {"bsre1": "POST /api/sign/pdf", "bsre2": "POST /api/v2/sign/pdf"}


@pytest.fixture
def bsre(tmp_path: Path) -> Iterator[Bsre]:
    with Bsre(tmp_path, KNOWN) as running:
        yield running


@pytest.fixture(params=GENERATIONS)
def client(request: pytest.FixtureRequest, bsre: Bsre) -> Client:
    return GENERATIONS[request.param](Service(bsre.url, stub.USER, stub.PASSWORD, answer=20.0), bsre.trust)


def test_a_paper_comes_back_signed(client: Client, bsre: Bsre, paper: bytes) -> None:
    signed = client.sign(paper, BUPATI_SIGNS, stub.OK, "r1")
    assert signed.pdf.startswith(paper)
    assert judge(signed.pdf, bsre.trust).sound
    assert signed.meta["signer"] == BUPATI_SIGNS.name
    assert bsre.calls == [SIGN[client.name]]
    assert (signed.provider_id in bsre.signed) == (client.name == "bsre1")


def test_without_a_known_root_it_is_accepted_as_untrusted(client: Client, paper: bytes) -> None:
    client.trust = Trust()
    assert client.sign(paper, BUPATI_SIGNS, stub.OK, "r1").meta["trusted"] == "False"


@pytest.mark.parametrize(
    ("secret", "error", "certain"),
    [
        (stub.WRONG, BadSecret, True),
        (stub.EXPIRED, CertificateExpired, True),
        (stub.BUSY, ServiceDown, True),
        ("", BadSecret, True),
        (stub.BROKEN, OutcomeUnknown, False),
        (stub.SLOW, OutcomeUnknown, False),
        (stub.LOST, OutcomeUnknown, False),
        (stub.OTHER_BYTES, BadAnswer, False),
        (stub.UNSIGNED, BadAnswer, False),
        (stub.STRANGER, BadAnswer, False),
    ],
)
def test_what_goes_wrong_is_told_by_its_name(
    client: Client, bsre: Bsre, paper: bytes, secret: str, error: type[SigningError], certain: bool
) -> None:
    if secret == stub.SLOW:
        client.service.answer = 1.5
    with pytest.raises(error) as told:
        client.sign(paper, BUPATI_SIGNS, secret, "r1")
    assert told.value.certain == certain
    assert str(told.value)
    assert str(told.value.solved_by)
    assert bsre.calls.count(SIGN[client.name]) == (1 if secret else 0), "never asked to sign twice"


def test_who_is_not_registered_is_told_so(client: Client, paper: bytes) -> None:
    stranger = Signatory("Contoh Baru", "Camat Contoh", nik=stub.NOBODY)
    with pytest.raises(NotRegistered):
        client.sign(paper, stranger, stub.OK, "r1")
    with pytest.raises(NotRegistered, match="NIK"):
        client.sign(paper, Signatory("Contoh Baru", "Camat Contoh"), stub.OK, "r1")


def test_a_wrong_login_of_ours_signs_nothing(client: Client, bsre: Bsre, paper: bytes) -> None:
    client.service = Service(bsre.url, stub.USER, "lain")
    with pytest.raises(ServiceDown, match="akun aplikasi"):
        client.sign(paper, BUPATI_SIGNS, stub.OK, "r1")
    assert not bsre.signed


def test_a_service_that_is_down_signs_nothing(client: Client, paper: bytes) -> None:
    with socket.socket() as taken:  # by us, so that nobody else listens there
        taken.bind(("127.0.0.1", 0))
        client.service = Service(f"http://127.0.0.1:{taken.getsockname()[1]}", stub.USER, stub.PASSWORD)
        with pytest.raises(ServiceDown) as told:
            client.sign(paper, BUPATI_SIGNS, stub.OK, "r1")
    assert told.value.certain


def test_only_a_service_with_a_known_certificate_gets_a_passphrase(
    client: Client, bsre: Bsre, paper: bytes, tmp_path: Path
) -> None:
    address = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    _issue(_subject("layanan"), SIGNER_LASTS, [(address, False)], bsre.authority.root).write(tmp_path, "tls")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "tls.pem", tmp_path / "tls.key")
    bsre.server.socket = tls.wrap_socket(bsre.server.socket, server_side=True)
    url = bsre.url.replace("http:", "https:")

    client.service = Service(url, stub.USER, stub.PASSWORD)
    with pytest.raises(ServiceDown, match="TLS"):
        client.sign(paper, BUPATI_SIGNS, stub.OK, "r1")
    assert bsre.calls == []

    client.service = Service(url, stub.USER, stub.PASSWORD, ca_file=str(bsre.authority.export(tmp_path / "ca")))
    assert client.sign(paper, BUPATI_SIGNS, stub.OK, "r2")


def test_who_may_sign(client: Client) -> None:
    assert client.status(BUPATI_SIGNS) == ""
    assert "belum terdaftar" in client.status(Signatory("Contoh", "Camat", nik=stub.NOBODY))


def test_the_refusal_stands_where_the_state_explains_nothing(
    client: Client, bsre: Bsre, paper: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(stub.STATES, stub.EXPIRED, ("1111", "ISSUE"))
    with pytest.raises(RequestRefused):
        client.sign(paper, BUPATI_SIGNS, stub.EXPIRED, "r1")


# --- answers lost after signing -------------------------------------------------------------------------------------


@pytest.fixture
def first(bsre: Bsre) -> FirstGeneration:
    return FirstGeneration(Service(bsre.url, stub.USER, stub.PASSWORD, answer=20.0), bsre.trust)


@pytest.fixture
def second(bsre: Bsre) -> SecondGeneration:
    return SecondGeneration(Service(bsre.url, stub.USER, stub.PASSWORD, answer=20.0), bsre.trust)


@pytest.mark.parametrize("secret", [stub.LOST_IN_THE_MIDDLE, stub.AS_NUMBER, stub.AS_JSON])
def test_the_first_generation_fetches_what_it_knows_by_number(
    first: FirstGeneration, bsre: Bsre, paper: bytes, secret: str
) -> None:
    signed = first.sign(paper, BUPATI_SIGNS, secret, "r1")
    assert bsre.signed == {signed.provider_id: signed.pdf}
    assert bsre.calls.count(SIGN["bsre1"]) == 1


def test_a_number_outlives_a_failed_fetch(
    first: FirstGeneration, bsre: Bsre, paper: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(stub.Handler, "do_GET", lambda handler: handler._json(500, None))
        with pytest.raises(OutcomeUnknown) as lost:
            first.sign(paper, BUPATI_SIGNS, stub.LOST_IN_THE_MIDDLE, "r1")
    found = first.inquire(paper, BUPATI_SIGNS, "r1", provider_id=lost.value.provider_id)
    assert found
    assert found.pdf == bsre.signed[lost.value.provider_id]


def test_a_number_that_is_not_found_is_no_answer(first: FirstGeneration, paper: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        first.inquire(paper, BUPATI_SIGNS, "r1", provider_id="tidak-ada")


def test_another_paper_under_the_number_is_refused(first: FirstGeneration, bsre: Bsre, paper: bytes) -> None:
    number, _ = bsre.sign(stub.another(paper), BUPATI_SIGNS.nik)
    with pytest.raises(BadAnswer):
        first.inquire(paper, BUPATI_SIGNS, "r1", provider_id=number)


def test_a_lost_answer_without_a_number_needs_a_person(client: Client, bsre: Bsre, paper: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        client.inquire(paper, BUPATI_SIGNS, "r1")
    assert bsre.calls == []


def test_one_paper_for_one_paper(second: SecondGeneration, paper: bytes) -> None:
    with pytest.raises(BadAnswer):
        second.sign(paper, BUPATI_SIGNS, stub.TWO_FILES, "r1")


# --- what must never be told ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", [stub.WRONG, stub.LOST, stub.BROKEN, stub.OTHER_BYTES, stub.EXPIRED])
def test_neither_nik_nor_passphrase_is_told_by_errors_tracebacks_or_logs(
    client: Client, paper: bytes, secret: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secret_and_nik = (secret, BUPATI_SIGNS.nik)
    try:
        client.sign(paper, BUPATI_SIGNS, secret, "r1")
    except SigningError as error:
        told = [str(error), repr(error), "".join(traceback.format_exception(error)), caplog.text]
        request = RequestFactory().get("/")
        told.append(_without_this_test(ExceptionReporter(request, *sys.exc_info()).get_traceback_data()))
    assert not [word for word in secret_and_nik for text in told if word in text]


def _without_this_test(reported: dict[str, object]) -> str:
    """What an error page or mail of Django would print of the variables of every frame of ours and the library's."""
    return str([frame["vars"] for frame in reported["frames"] if "test_bsre" not in frame["filename"]])


def test_neither_is_told_by_what_is_printed() -> None:
    assert BUPATI_SIGNS.nik not in repr(BUPATI_SIGNS)
    assert "@" not in repr(BUPATI_SIGNS)


def test_passphrases_travel_encrypted_or_not_at_all() -> None:
    with pytest.raises(ImproperlyConfigured):
        Service("http://esign.contoh.invalid", "a", "b")


@pytest.mark.parametrize(
    ("certified", "printed", "same"),
    [
        ("CONTOH BUPATI", "Contoh Bupati, S.Sos., M.M.", True),
        ("Dr. H. Contoh Bupati", "CONTOH BUPATI", True),
        ("Contoh Camat", "Contoh Bupati", False),
        ("A. B.", "A. B.", False),
        ("", "Contoh Bupati", False),
    ],
)
def test_titles_make_no_other_person(certified: str, printed: str, same: bool) -> None:
    assert same_person(certified, printed) == same
