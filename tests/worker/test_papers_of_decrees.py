"""The final paper of a decision: made by the worker, handed to the decree once, and only while it is that decision's."""

import pytest
from django.urls import resolve

from documents.models import Document
from tests.decree_world import build_decree_world, fresh
from worker import papers
from worker.models import Delivery
from worker.relay import carry_out
from workflows.core.models import Outbox
from workflows.routes.models import Assignment


@pytest.fixture
def world(db):
    return build_decree_world()


@pytest.fixture
def decided(world):
    """A village's decree, decided and numbered; its paper is to be made."""
    decree = world.walked("keputusan_kades", effects=["form"])
    world.decide(decree)
    return fresh(decree)


def make_papers(decree):
    for row in Outbox.objects.filter(topic="render_final", object_id=decree.pk).order_by("pk"):
        carry_out(Outbox, row.pk)
        row.refresh_from_db()
        assert row.done_at, row.last_error


def test_the_paper_is_made_and_the_signatory_may_sign_it(world, decided):
    make_papers(decided)
    make_papers(decided)
    paper = Document.objects.get(file=decided.pk, form="final")
    assert paper.number == world.number(decided)
    assert fresh(decided).paper == paper.sha256
    assert decided.file.assignments.filter(kind="sign_document").count() == 1


def test_a_decision_taken_back_gets_no_paper(world, decided):
    world.perform(Assignment.withdraw_decision, decided.file.assignments.get(kind="sign", state="approved"), "fitri",
                  "village_head", reason="Keliru.")  # fmt: skip
    make_papers(decided)
    assert not Document.objects.exists()


def test_the_paper_of_a_former_decision_is_not_the_next_ones(world, decided, monkeypatch):
    former: list[Document] = []

    def decided_again_meanwhile(snapshot, form, issue):
        document = paper_for(snapshot, form, issue)
        if not former:
            former.append(document)
            world.perform(Assignment.withdraw_decision, decided.file.assignments.get(kind="sign", state="approved"),
                          "fitri", "village_head", reason="Keliru.")  # fmt: skip
            world.decide(decided)
        return document

    paper_for = papers.paper_for
    monkeypatch.setattr(papers, "paper_for", decided_again_meanwhile)
    make_papers(decided)
    make_papers(decided)  # the second decision asked for its own
    assert former[0].number != world.number(decided)
    assert fresh(decided).paper not in ("", former[0].sha256)
    assert decided.file.assignments.filter(kind="sign_document", state="open").count() == 1


def test_every_notice_leads_to_a_page(world, settings):
    settings.BASE_URL = ""
    world.issued()
    for row in Outbox.objects.exclude(topic__startswith="render").order_by("pk"):
        carry_out(Outbox, row.pk)
    links = set(Delivery.objects.values_list("link", flat=True))
    assert {link.split("/")[1] for link in links} == {"tugas", "keputusan", "desa"}
    for link in links:
        assert resolve(link).url_name in ("review", "decree", "village")
