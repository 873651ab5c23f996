"""*Paraf* on a letter: asked in order once its paper is made; nobody signs before the last, whoever is asked may send it back."""

import pytest

from tests.decree_world import broken_promises, fresh
from workflows.core.door import BadValues, Refused, perform
from workflows.letters.drafting import edit
from workflows.letters.models import Letter
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(world):
    """The head signs; his secretary and the Camat put their paraf first."""
    made = world.minutes(world.handed_in())
    initials = [world.office(role).pk for role in ("village_secretary", "camat")]
    parties = [{"role": "Kepala Desa", "office": world.office("village_head").pk},
               {"role": "Notulis", "office": world.office("village_secretary").pk}]  # fmt: skip
    edit(made, world.staff(0), parties=parties, initials=initials, signing="tte")
    return made


@pytest.fixture
def waiting(world, letter):
    world.issue(letter, world.staff(0))
    world.paper_made(letter)
    return letter


def asked(letter):
    tasks = Assignment.objects.filter(file=letter.pk).exclude(state="voided").order_by("order")
    return [(task.kind, task.office.role, task.state) for task in tasks.select_related("office")]


def initial(world, letter, login):
    task = world.open_task(letter, "initial")
    read = fresh(letter).file.snapshot.sha256
    return perform(Assignment.initial, task, by=world.by(login), read={task.pk: read})


def test_each_is_asked_in_turn_and_the_signatory_after_the_last(world, waiting):
    assert asked(waiting) == [
        ("initial", "village_secretary", "open"), ("initial", "camat", "waiting"),
        ("sign_document", "village_head", "waiting"), ("sign_document", "village_secretary", "waiting"),
    ]  # fmt: skip
    initial(world, waiting, "kartika")
    assert [state for _kind, _role, state in asked(waiting)] == ["approved", "open", "waiting", "waiting"]
    initial(world, waiting, "budi")
    assert [state for _kind, _role, state in asked(waiting)] == ["approved", "approved", "open", "waiting"]
    assert fresh(waiting).state == "issued"
    assert broken_promises() == []


def test_nobody_signs_before_it(world, waiting):
    task = Assignment.objects.get(file=waiting.pk, kind="sign_document", office__role="village_head")
    with pytest.raises(Refused):
        perform(Assignment.sign, task, by=world.by("fitri"))


def test_nobody_initials_what_he_has_not_read_or_is_not_his(world, waiting):
    task = world.open_task(waiting, "initial")
    with pytest.raises(Refused) as refused:
        perform(Assignment.initial, task, by=world.by("kartika"), read={task.pk: "00" * 32})
    assert {problem.rule for problem in refused.value.problems} == {"text_was_read"}
    with pytest.raises(Refused):
        initial(world, waiting, "fitri")


def test_whoever_is_asked_may_send_it_back(world, waiting):
    perform(Letter.return_to_draft, waiting, by=world.by("kartika"), reason="Hari rapatnya keliru.")
    assert fresh(waiting).state == "draft"
    assert asked(waiting) == []


def test_on_ink_nobody_is_asked_in_siklus(world, letter):
    edit(letter, world.staff(0), signing="ink")
    world.issue(letter, world.staff(0))
    world.paper_made(letter)
    assert [kind for kind, _role, _state in asked(letter)] == ["print"]


@pytest.mark.parametrize("given", [["camat", "camat"], ["nobody"]])
def test_an_office_is_named_once_and_known(world, letter, given):
    known = {"camat": world.office("camat").pk, "nobody": 10**9}
    with pytest.raises(BadValues) as wrong:
        edit(letter, world.staff(0), initials=[known[name] for name in given])
    assert list(wrong.value.fields) == ["initials"]
    assert letter.initials.count() == 2
