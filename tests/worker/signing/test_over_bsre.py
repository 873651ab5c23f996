"""The flow over the real protocol of both generations: signed, slow, refused, lost, and bytes that are not ours."""

import pytest

from documents.signing.bsre.generation1 import FirstGeneration
from documents.signing.bsre.generation2 import SecondGeneration
from documents.signing.bsre.service import Service
from documents.signing.judge import judge
from tests.decree_world import build_decree_world, fresh
from tests.documents.signing import bsre_stub as stub
from tests.documents.signing.bsre_stub import Bsre
from tests.documents.signing.conftest import final_paper
from tests.ground import Ground, ground_of
from tests.signing_world import ready_to_sign, signed_papers, task_to_sign
from worker.signing import flow, resume, sign
from workflows.signing.errors import SignatureFailed, SignaturePending
from workflows.signing.identities import remember_nik
from workflows.signing.models import SigningRequest

NIK = "0000000000000042"
GENERATIONS = {"bsre1": FirstGeneration, "bsre2": SecondGeneration}
SIGN = {"bsre1": "POST /api/sign/pdf", "bsre2": "POST /api/v2/sign/pdf"}


@pytest.fixture
def bsre(tmp_path):
    with Bsre(tmp_path, {NIK: "Contoh Fitri", "0000000000000077": "Contoh Orang Lain"}) as running:
        yield running


@pytest.fixture(params=GENERATIONS)
def signer(request, bsre, monkeypatch):
    client = GENERATIONS[request.param](Service(bsre.url, stub.USER, stub.PASSWORD, answer=20.0), bsre.trust)
    monkeypatch.setattr("worker.signing.signers.signer", lambda: client)
    return client


def build():
    made = build_decree_world()
    remember_nik(made.by("fitri").person, NIK)
    return made


ground = ground_of(build)


@pytest.fixture
def world(db, ground: Ground):
    return ground()


@pytest.fixture
def decree(world, signer):
    return ready_to_sign(world, paper=final_paper())


@pytest.fixture
def signs(world, decree):
    """Fitri signs with this passphrase."""
    return lambda secret: sign(task_to_sign(decree), world.by("fitri"), secret, read=decree.paper)


def times_signed(bsre, signer):
    return bsre.calls.count(SIGN[signer.name])


def test_a_good_passphrase_puts_the_decree_in_force(decree, signs, bsre, signer):
    signs(stub.OK)
    [paper] = signed_papers(decree)
    assert (fresh(decree).state, times_signed(bsre, signer)) == ("in_force", 1)
    assert judge(paper.file_path.read_bytes(), bsre.trust).sound
    assert NIK.encode() not in paper.file_path.read_bytes()


@pytest.mark.parametrize(
    ("secret", "code"),
    [(stub.WRONG, "bad_secret"), (stub.EXPIRED, "certificate_expired"), (stub.BUSY, "service_down")],
)
def test_a_refusal_leaves_the_task_open_and_says_why(decree, signs, bsre, signer, secret, code):
    with pytest.raises(SignatureFailed) as refused:
        signs(secret)
    assert [problem.rule for problem in refused.value.problems] == [code]
    assert fresh(decree).state == "numbered"
    bsre.state = ("1111", "ISSUE")
    signs(stub.OK)
    assert fresh(decree).state == "in_force"


def test_a_signatory_whom_nobody_knows_there_is_told_so(world, decree, signs):
    remember_nik(world.by("fitri").person, stub.NOBODY)
    with pytest.raises(SignatureFailed, match="belum terdaftar"):
        signs(stub.OK)


@pytest.mark.parametrize("secret", [stub.SLOW, stub.LOST, stub.BROKEN, stub.OTHER_BYTES, stub.UNSIGNED])
def test_what_is_not_certain_is_never_sent_again(decree, signs, bsre, signer, secret, monkeypatch):
    if secret == stub.SLOW:
        signer.service.answer = 3.0
    with pytest.raises(SignaturePending):
        signs(secret)
    monkeypatch.setattr(flow, "PATIENCE", flow.PATIENCE * 0)
    for again in (lambda: signs(stub.OK), lambda: resume(SigningRequest.objects.get())):
        with pytest.raises(SignaturePending):
            again()
    assert (times_signed(bsre, signer), fresh(decree).state, signed_papers(decree)) == (1, "numbered", [])


def test_an_answer_lost_in_the_middle_is_found_where_the_service_keeps_it(decree, signs, bsre, signer):
    """The first generation names what it keeps before its bytes come; the second keeps nothing."""
    if signer.name == "bsre1":
        signs(stub.LOST_IN_THE_MIDDLE)
        assert fresh(decree).state == "in_force"
    else:
        with pytest.raises(SignaturePending):
            signs(stub.LOST_IN_THE_MIDDLE)
    assert times_signed(bsre, signer) == 1


def test_a_number_that_could_not_be_fetched_is_fetched_by_the_inquiry(decree, signs, bsre, signer):
    if signer.name == "bsre2":
        pytest.skip("the second generation names no number")
    bsre.signed = NotFoundYet()
    with pytest.raises(SignaturePending):
        signs(stub.AS_NUMBER)
    bsre.signed = dict(bsre.signed)
    resume(SigningRequest.objects.get())
    assert (fresh(decree).state, times_signed(bsre, signer)) == ("in_force", 1)


class NotFoundYet(dict):
    """Keeps what it is given, and says that it does not."""

    def __contains__(self, number):
        return False
