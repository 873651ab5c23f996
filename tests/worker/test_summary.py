"""The daily summary: at half past seven where one's office is, once, on working days."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.backend.pages.decrees import handed_in, set_up, task_of
from tests.people import person
from tests.races import race
from tests.world import build_world
from worker.mail import message
from worker.models import Delivery, Preferences
from worker.relay import carry_out
from worker.summary import tell_summaries
from workflows.core.clock import go_live
from workflows.core.door import perform
from workflows.core.models import Outbox
from workflows.organisation.models import Region
from workflows.routes.models import Assignment
from workflows.villages.models import Proposal

WEDNESDAY = datetime(2024, 3, 13, 0, 30, tzinfo=UTC)
"""7.30 in Jakarta, 9.30 in Jayapura. (The story's own days lie in that year.)"""


@pytest.fixture
def fitri(world):
    """A village head who has a task and wants the summary."""
    world.handed_in()
    go_live()
    Preferences.objects.create(person=person("fitri"), summary=True)
    return person("fitri")


def summaries():
    return Delivery.objects.filter(key__startswith="summary")


def test_it_counts_what_waits_and_comes_once_a_day(fitri):
    assert tell_summaries(WEDNESDAY) == 1
    assert tell_summaries(WEDNESDAY) == 0
    assert summaries().get().person == fitri
    assert "1 tugas menunggu, 1 lewat tenggat" in summaries().get().text


def test_it_goes_by_the_first_channel_too(fitri):
    fitri.email = "fitri@example.org"
    fitri.save(update_fields=["email"])
    tell_summaries(WEDNESDAY)
    assert sorted(summaries().values_list("channel", "status")) == [("app", "sent"), ("email", "pending")]


@pytest.mark.parametrize("hour", [23, 6])
def test_not_before_half_past_seven_and_not_in_the_afternoon(fitri, hour):
    assert tell_summaries(datetime(2024, 3, 13, hour, 0, tzinfo=UTC)) == 0


def test_not_on_a_sunday(fitri):
    assert tell_summaries(datetime(2024, 3, 10, 1, 0, tzinfo=UTC)) == 0


def test_each_zone_has_its_own_morning(fitri):
    Region.objects.update(zone="Asia/Jayapura")
    early = datetime(2024, 3, 12, 22, 45, tzinfo=UTC)
    assert tell_summaries(early) == 1
    assert tell_summaries(WEDNESDAY) == 0


def test_who_did_not_ask_and_who_has_nothing_gets_none(fitri):
    Preferences.objects.create(person=person("citra"), summary=True)
    assert tell_summaries(WEDNESDAY) == 1
    Preferences.objects.update(summary=False)
    summaries().delete()
    assert tell_summaries(WEDNESDAY) == 0


def returned_to_fitri(world, day="2024-03-20"):
    """By the Camat, so that nobody has a task of it."""
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    task = world.task(proposal, "camat")
    world.perform(Assignment.return_to_drafter, task, "budi", reason="Lengkapi.", values={"fix_by": day})
    Preferences.objects.create(person=person("fitri"), summary=True)
    return proposal


def test_it_names_what_came_back_also_where_nothing_else_waits(world):
    proposal = returned_to_fitri(world)
    go_live()
    assert tell_summaries(WEDNESDAY) == 1
    summary = summaries().get()
    assert summary.subject == "Ringkasan 13 Maret 2024: 0 tugas, 0 lewat tenggat, 1 untuk diperbaiki"
    assert summary.text == (
        "Ringkasan 13 Maret 2024: 0 tugas menunggu, 0 lewat tenggat. 1 berkas dikembalikan untuk diperbaiki, paling mendesak "
        f"“{proposal.file.title}”, paling lambat 20 Maret 2024. 0 kabar belum dibaca. Buka {summary.link}"
    )


def test_of_several_that_came_back_it_names_the_most_urgent(world):
    set_up(world)
    Preferences.objects.create(person=person("hadi"), summary=True)
    for subject, day in (("Contoh Alfa", "2024-03-20"), ("Contoh Beta", "2024-03-14"), ("Contoh Gama", "2024-03-22")):
        task = task_of(handed_in(world, subject=subject, effects=[]))
        world.perform(Assignment.return_to_drafter, task, "hadi", reason="Lengkapi.", values={"fix_by": day})
    go_live()
    assert tell_summaries(WEDNESDAY) == 1
    words = "3 berkas dikembalikan untuk diperbaiki, paling mendesak “CONTOH Contoh Beta”, paling lambat 14 Maret 2024."
    assert words in summaries().get().text


def test_what_was_handed_in_again_is_not_named(world):
    proposal = returned_to_fitri(world)
    perform(Proposal.resubmit, Proposal.objects.get(pk=proposal.pk), by=world.staff(0))
    go_live()
    assert tell_summaries(WEDNESDAY) == 0


def test_a_story_has_no_mornings(world):
    world.handed_in()
    Preferences.objects.create(person=person("fitri"), summary=True)
    assert tell_summaries(WEDNESDAY) == 0


def mailed(by, address="fitri@example.org"):
    by.email = address
    by.save(update_fields=["email"])
    Delivery.objects.update(created_at=timezone.now() - timedelta(hours=3))
    tell_summaries(WEDNESDAY)
    summary = summaries().filter(channel="email").latest("pk")
    return message(summary, address).body


def test_its_mail_brings_along_what_came_word_for_word(fitri):
    for row in Outbox.objects.filter(topic="your_turn").order_by("pk"):
        carry_out(Outbox, row.pk)
    told = Delivery.objects.get(person=fitri, channel="app")
    assert told.text in mailed(fitri)


def test_what_came_with_the_one_before_is_not_told_again(fitri):
    for row in Outbox.objects.filter(topic="your_turn").order_by("pk"):
        carry_out(Outbox, row.pk)
    told = Delivery.objects.get(person=fitri, channel="app")
    mailed(fitri)
    tell_summaries(WEDNESDAY + timedelta(days=1))
    assert told.text not in message(summaries().filter(channel="email").latest("pk"), "").body


@pytest.mark.parametrize(("bundled", "phone", "single"), [(True, "", 0), (False, "", 1), (True, "0812 0000 0001", 1)])
def test_who_wants_one_mail_a_day_gets_no_single_ones(fitri, settings, bundled, phone, single):
    settings.WHATSAPP_GATEWAY = "json://gateway.example/?:to={to}"
    Preferences.objects.update(bundled=bundled, order=["whatsapp", "email", "telegram"])
    type(fitri).objects.filter(pk=fitri.pk).update(email="fitri@example.org", phone=phone)
    for row in Outbox.objects.filter(topic="your_turn").order_by("pk"):
        carry_out(Outbox, row.pk)
    assert Delivery.objects.filter(person=fitri, channel="app").count() == 1
    assert Delivery.objects.filter(person=fitri).exclude(channel="app").count() == single


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_tell_it_once():
    build_world().handed_in()
    go_live()
    Preferences.objects.create(person=person("fitri"), summary=True)
    race([lambda: tell_summaries(WEDNESDAY)] * 3)
    assert summaries().count() == 1
