"""From the intent to the act: what is on record, what is refused, and what a lost answer leads to."""

import hashlib

import pytest

from documents.invariants import what_was_signed_is_archived
from documents.models import Document
from documents.signing.errors import BadSecret, OutcomeUnknown, ServiceDown
from tests.decree_world import fresh
from tests.signing_world import Double, signed_papers
from worker.relay import carry_out
from worker.signing import flow, resume, sign
from worker.signing.turns import bytes_to_sign
from worker.signing.waiting import ask_after, waiting_for_service
from workflows.core.door import perform
from workflows.core.errors import Problem, Refused
from workflows.core.models import JournalEntry, Outbox
from workflows.decrees.invariants import what_is_in_force_is_numbered_and_has_facts
from workflows.routes.models import Assignment
from workflows.signing.errors import SignatureFailed, SignaturePending
from workflows.signing.identities import SigningIdentity
from workflows.signing.models import SigningOutcome, SigningRequest
from workflows.signing.ways import Way, ways


@pytest.fixture
def fitri(world):
    return world.by("fitri")


def rules(refused):
    return [problem.rule for problem in refused.value.problems]


def test_the_signature_puts_the_decree_in_force(decree, task, fitri, signer):
    entry = sign(task, fitri, "rahasia", read=decree.paper)
    request, [paper] = SigningRequest.objects.get(), signed_papers(decree)
    assert (entry.act, fresh(decree).state) == ("routes.Assignment.sign", "in_force")
    assert (request.sha256, request.paper, request.signer, request.mandate) == (
        decree.paper,
        decree.paper,
        "double",
        fitri,
    )
    assert request.outcome.signed_sha256 == paper.sha256 == hashlib.sha256(paper.file_path.read_bytes()).hexdigest()
    assert signer.asked == [str(request.request_id)]
    assert JournalEntry.objects.get(pk=entry.pk).read == decree.paper


def test_the_signed_paper_is_the_final_one_with_more_behind_it(decree, task, fitri):
    sign(task, fitri, "rahasia", read=decree.paper)
    [paper] = signed_papers(decree)
    final = decree.file.documents.get(form="final")
    assert paper.file_path.read_bytes().startswith(final.file_path.read_bytes())
    assert (paper.number, paper.dated, paper.content) == (final.number, final.dated, final.content)


def test_without_a_signature_the_act_is_refused_and_says_where_to_sign(task, fitri):
    with pytest.raises(Refused, match="buka halaman tanda tangan") as refused:
        perform(Assignment.sign, task, by=fitri)
    assert rules(refused) == ["its_paper_is_signed"]


def test_a_signature_over_a_former_paper_does_not_count(world, decree, task, fitri):
    SigningOutcome.objects.create(
        request=SigningRequest.objects.create(assignment=task, paper="cd" * 32, sha256="cd" * 32, signer="double",
                                              request_id="12345678123456781234567812345678", mandate=fitri, on="2024-03-04"),
        assignment=task, signed_sha256="ef" * 32,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        perform(Assignment.sign, task, by=fitri)
    assert rules(refused) == ["its_paper_is_signed"]


@pytest.mark.parametrize("login", ["eko", "ani"])
def test_nobody_is_called_for_whom_the_act_is_not_allowed(world, decree, task, signer, login):
    with pytest.raises(Refused) as refused:
        sign(task, world.by(login, "village_head"), "rahasia", read=decree.paper)
    assert "task_of_my_office" in rules(refused)
    assert (signer.asked, SigningRequest.objects.count()) == ([], 0)


def test_bytes_that_were_not_seen_are_not_signed(task, fitri, signer):
    with pytest.raises(Refused, match="berubah sejak") as refused:
        sign(task, fitri, "rahasia", read="ab" * 32)
    assert (rules(refused), signer.asked) == (["text_was_read"], [])


def test_a_signatory_whose_nik_nobody_noted_is_told_who_can_note_it(decree, task, fitri, signer):
    SigningIdentity.objects.all().delete()
    with pytest.raises(Refused, match="NIK penanda tangan belum dicatat") as refused:
        sign(task, fitri, "rahasia", read=decree.paper)
    assert (refused.value.problems[0].solved_by, signer.asked) == ("pengelola sistem (set_nik)", [])


def test_a_failure_is_on_record_told_and_may_be_tried_again(decree, task, fitri, signer):
    signer.answers = [BadSecret()]
    with pytest.raises(SignatureFailed, match="Frasa sandi") as refused:
        sign(task, fitri, "salah", read=decree.paper)
    assert refused.value.problems[0].solved_by.startswith("Penanda tangan")
    assert SigningOutcome.objects.get().code == "bad_secret"
    told = Outbox.objects.get(topic="signing_failed")
    assert (told.object_id, told.office, fresh(task).state) == (task.pk, task.office, "open")
    assert fresh(decree).state == "numbered"
    sign(task, fitri, "benar", read=decree.paper)
    first, second = SigningRequest.objects.order_by("pk")
    assert (second.after, fresh(decree).state) == (first.outcome, "in_force")


def test_the_message_says_why_and_leads_to_the_page(decree, task, fitri, signer):
    signer.answers = [BadSecret()]
    with pytest.raises(SignatureFailed):
        sign(task, fitri, "salah", read=decree.paper)
    row = Outbox.objects.get(topic="signing_failed")
    carry_out(Outbox, row.pk)
    notice = row.deliveries.filter(channel="app").first()
    assert "Frasa sandi tanda tangan elektronik salah" in notice.text
    assert notice.link.endswith(f"/tugas/{task.pk}/tanda-tangan/")


def test_the_same_key_is_the_same_request_whatever_became_of_it(decree, task, fitri, signer):
    signer.answers = [BadSecret()]
    for _click in range(2):
        with pytest.raises(SignatureFailed):
            sign(task, fitri, "salah", read=decree.paper, key="one")
    assert len(signer.asked) == 1
    entries = [sign(task, fitri, "benar", read=decree.paper, key="two").pk for _click in range(2)]
    assert len(signer.asked) == 2
    assert entries[0] == entries[1]


def test_signed_before_is_the_same_signature(decree, task, fitri, signer):
    first, again = (sign(task, fitri, "rahasia", read=decree.paper) for _click in range(2))
    assert first.pk == again.pk
    assert len(signer.asked) == 1


def test_a_lost_answer_is_asked_for_and_never_sent_again(decree, task, fitri, signer):
    signer.loses = [OutcomeUnknown()]
    with pytest.raises(SignaturePending, match="sedang dipastikan"):
        sign(task, fitri, "rahasia", read=decree.paper)
    with pytest.raises(SignaturePending):
        sign(task, fitri, "rahasia", read=decree.paper)
    assert (len(signer.asked), signer.inquired, fresh(decree).state) == (1, [], "numbered")
    resume(SigningRequest.objects.get())
    assert (len(signer.asked), len(signer.inquired), fresh(decree).state) == (1, 1, "in_force")


def test_an_answer_that_never_came_counts_as_none_only_when_nobody_can_be_calling(
    decree, task, fitri, signer, monkeypatch
):
    signer.answers = [OutcomeUnknown()]
    with pytest.raises(SignaturePending):
        sign(task, fitri, "rahasia", read=decree.paper)
    with pytest.raises(SignaturePending):
        resume(SigningRequest.objects.get())
    monkeypatch.setattr(flow, "PATIENCE", flow.PATIENCE * 0)
    with pytest.raises(SignatureFailed, match="dipastikan naskah belum ditandatangani"):
        resume(SigningRequest.objects.get())
    sign(task, fitri, "rahasia", read=decree.paper)
    assert (len(signer.asked), fresh(decree).state) == (2, "in_force")


def test_a_doubt_is_told_once(decree, task, fitri, signer):
    signer.answers = [OutcomeUnknown(provider_id="di sana")]
    with pytest.raises(SignaturePending):
        sign(task, fitri, "rahasia", read=decree.paper)
    for _again in range(2):
        with pytest.raises(SignaturePending):
            resume(SigningRequest.objects.get())
    assert Outbox.objects.filter(topic="signing_failed").count() == 2  # the lost answer, then one of all the inquiries


@pytest.mark.parametrize("tail", [b"", b"%PDF other"])
def test_bytes_that_are_not_ours_are_not_taken(decree, task, fitri, signer, tail, monkeypatch):
    signer.tail = tail
    if tail:
        monkeypatch.setattr(Double, "told", lambda self, pk: flow.Signed(b"%PDF other", "", None, {}))
    with pytest.raises(SignaturePending, match="bukan naskah ini"):
        sign(task, fitri, "rahasia", read=decree.paper)
    assert (signed_papers(decree), fresh(decree).state) == ([], "numbered")


def test_a_signer_that_breaks_leaves_an_unknown_outcome_and_no_words_of_its_own(decree, task, fitri, signer, caplog):
    def broken():
        raise RuntimeError("rahasia-dari-dalam")

    signer.meanwhile = broken
    with pytest.raises(SignaturePending):
        sign(task, fitri, "rahasia", read=decree.paper)
    assert "RuntimeError" in caplog.text
    assert "rahasia" not in caplog.text


def test_a_signer_without_a_secret_completes_by_itself(decree, task, fitri, signer):
    signer.needs_secret = False
    signer.answers = [OutcomeUnknown()]
    with pytest.raises(SignaturePending):
        sign(task, fitri, read=decree.paper)
    resume(SigningRequest.objects.get())
    assert fresh(decree).state == "in_force"


def test_neither_task_nor_decision_is_taken_away_from_a_signature_under_way(world, decree, task, fitri, signer):
    def take_it_back():
        found.extend(world.why_not(Assignment.withdraw_decision, world.task(decree, "village_head", "approved"), "fitri",
                                   "village_head", reason="Keliru."))  # fmt: skip

    found: list[str] = []
    signer.meanwhile = take_it_back
    sign(task, fitri, "rahasia", read=decree.paper)
    assert found == ["no_signature_under_way"]


def test_an_act_that_became_impossible_meanwhile_keeps_the_signature(decree, task, fitri, signer, monkeypatch):
    """The paper is signed, whatever else: the act is tried again, not the signature."""

    def impossible(*_given, **_more):
        raise Refused([Problem(task.pk, "assignment", "contoh", "Contoh alasan")])

    with monkeypatch.context() as patch:
        patch.setattr(flow, "perform", impossible)
        with pytest.raises(Refused, match="Contoh alasan"):
            sign(task, fitri, "rahasia", read=decree.paper)
    assert fresh(decree).state == "numbered"
    resume(SigningRequest.objects.get())
    assert (len(signer.asked), fresh(decree).state) == (1, "in_force")


def test_whoever_signs_next_signs_what_the_one_before_returned(decree, task, fitri, signer, monkeypatch):
    monkeypatch.setitem(ways, "decree", Way("decree", is_last=lambda one: one.pk != task.pk))
    alike = {name: getattr(task, name) for name in ("file", "kind", "office", "region", "state")}
    following = Assignment.objects.create(**alike)
    assert bytes_to_sign(following).form == "final"
    sign(task, fitri, "rahasia", read=decree.paper)
    [paper] = signed_papers(decree)
    assert bytes_to_sign(following) == paper
    assert bytes_to_sign(task).form == "final"
    assert signer.locked == [False]


def test_the_invariants_find_a_signature_that_is_not_there(decree, task, fitri):
    sign(task, fitri, "rahasia", read=decree.paper)
    assert [*what_was_signed_is_archived(), *what_is_in_force_is_numbered_and_has_facts()] == []
    Document.objects.filter(form="signed").delete()
    [lost] = what_was_signed_is_archived()
    assert "not in the archive" in lost.what
    type(decree).objects.filter(pk=decree.pk).update(paper="cd" * 32)
    [unsigned] = what_is_in_force_is_numbered_and_has_facts()
    assert "bears no signature on record" in unsigned.what


def test_when_the_service_is_back_the_signatory_is_told_once(decree, task, fitri, signer):
    signer.answers = [ServiceDown()]
    with pytest.raises(SignatureFailed, match="tidak dapat dihubungi"):
        sign(task, fitri, "rahasia", read=decree.paper)
    assert (waiting_for_service(), fresh(decree).state) == ([task.pk], "numbered")
    for _sweep in range(2):
        ask_after(task.pk)
    assert Outbox.objects.filter(topic="service_back", object_id=task.pk).count() == 1
    assert waiting_for_service() == []
    sign(task, fitri, "rahasia", read=decree.paper)
    assert fresh(decree).state == "in_force"
