"""Whoever has the open task may edit; those who approved what changed confirm it, and until then nobody decides."""

import pytest

from tests.decree_world import REGENT, fresh
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import Snapshot
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db

TEXT = {"clauses": ["Menetapkan desa dalam lampiran."]}


def revise(world, decree, login="joko", role="assistant", changes=TEXT, reason="Perbaikan redaksi."):
    return perform(Decree.revise, decree, by=world.by(login, role), reason=reason, values={"changes": changes})


def asked(decree):
    tasks = decree.file.assignments.filter(kind="confirm_change", state="open")
    return sorted(tasks.values_list("office__role", flat=True))


def answer(world, decree, name, role, login, **given):
    task = Assignment.objects.get(file=decree.pk, kind="confirm_change", office__role=role, state="open")
    return perform(f"routes.Assignment.{name}", task, by=world.by(login, role), **given)


@pytest.fixture
def revised(world):
    """Edited by Joko on his turn, after Hadi and Budi had approved."""
    decree = world.walked(until="assistant")
    revise(world, decree)
    return decree


def test_an_edit_makes_a_new_snapshot_and_asks_those_who_approved(world, revised):
    assert asked(revised) == ["agency", "legal"]
    assert Snapshot.objects.get(file=revised.pk, number=2).content["clauses"] == TEXT["clauses"]
    assert fresh(revised).state == "in_review"


def test_only_the_holder_of_the_open_task_edits(world):
    decree = world.walked(until="assistant")
    for login, role in [("budi", "legal"), ("ani", "agency"), ("citra", "regent")]:
        with pytest.raises(Refused) as refused:
            revise(world, decree, login, role)
        assert [p.rule for p in refused.value.problems] == ["my_office_has_its_open_task"]


def test_an_edit_says_why(world):
    decree = world.walked(until="assistant")
    with pytest.raises(Refused) as refused:
        revise(world, decree, reason="")
    assert [p.rule for p in refused.value.problems] == ["reason_given"]


def test_an_unknown_field_is_named(world):
    decree = world.walked(until="assistant")
    with pytest.raises(BadValues) as wrong:
        revise(world, decree, changes={"state": "in_force"})
    assert list(wrong.value.fields) == ["changes.state"]


def test_the_signatory_waits_for_every_confirmation(world, revised):
    world.approve(revised, "assistant", "joko")
    world.approve(revised, "secretary", "indra")
    answer(world, revised, "confirm_change", "agency", "hadi", read=world.read(revised))
    with pytest.raises(Refused, match="belum menyetujui perubahan") as refused:
        world.decide(revised)
    assert [p.rule for p in refused.value.problems] == ["no_confirmation_open"]
    answer(world, revised, "confirm_change", "legal", "budi", read=world.read(revised))
    world.decide(revised)
    assert fresh(revised).state == "numbered"


def test_a_change_is_confirmed_only_by_who_read_it(world, revised):
    with pytest.raises(Refused) as refused:
        answer(world, revised, "confirm_change", "agency", "hadi", read=Snapshot.objects.get(file=revised.pk, number=1).sha256)
    assert [p.rule for p in refused.value.problems] == ["text_was_read"]


def test_refusing_a_change_is_a_return_to_the_drafter(world, revised):
    answer(world, revised, "refuse_change", "legal", "budi", reason="Kembalikan redaksi semula.")
    assert fresh(revised).state == "returned"
    assert not revised.file.assignments.filter(state="open", step__isnull=False).exists()
    perform(Decree.resubmit, revised, by=world.drafter())
    assert world.task(revised, "assistant").state == "open"


def test_whoever_edited_does_not_decide_but_may_initial(world, revised):
    world.approve(revised, "assistant", "joko")
    acting = world.appoint("joko", world.office("regent"), "plt")
    world.approve(revised, "secretary", "indra")
    for role, login in [("agency", "hadi"), ("legal", "budi")]:
        answer(world, revised, "confirm_change", role, login, read=world.read(revised))
    with pytest.raises(Refused) as refused:
        world.decide(revised, by=acting, reason="Bupati berhalangan.")
    assert [p.rule for p in refused.value.problems] == ["not_my_own_draft"]


@pytest.fixture
def who_sees_what(world):
    """In this regency the agency answers for the list alone, the legal bureau for the text."""
    steps = [("agency", "endorse", ["list"]), ("legal", "paraf", ["text"]), ("secretary", "paraf", []), ("regent", "sign", [])]
    rows = [{"order": n, "role": r, "kind": k, "sees": sees, "days": 3} for n, (r, k, sees) in enumerate(steps, 1)]
    return world.route("decree", rows, REGENT, region=world.regency)


def test_only_those_whose_part_changed_are_asked(world, who_sees_what):
    decree = world.walked(until="secretary")
    revise(world, decree, "indra", "secretary")
    assert asked(decree) == ["legal"]
    revise(world, decree, "indra", "secretary", {"strike": [{"row": 2, "reason": "Belum siap."}]})
    assert asked(decree) == ["agency", "legal"]


def test_a_change_that_changes_nothing_asks_nobody(world):
    decree = world.walked(until="assistant")
    revise(world, decree, changes={"clauses": fresh(decree).clauses})
    assert asked(decree) == []
    assert Snapshot.objects.filter(file=decree.pk).count() == 1
