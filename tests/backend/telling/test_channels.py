"""Saluran saya, and putting a colleague's number right."""

import pytest
from django.conf import LazySettings

from backend.administration.models import Change
from tests.backend.pages.decrees import as_official
from tests.people import person
from tests.world import World
from worker.models import Delivery, Preferences, Retry
from worker.relay import carry_out
from workflows.core.models import Outbox
from workflows.organisation.models import Person

SAID = {
    "phone": "0812 3456 7890", "email": "", "first": "whatsapp", "second": "email", "next_after": "4", "reminders": "on",
    "summary": "on", "quiet": "on", "quiet_from": "21:00", "quiet_until": "05:30",
}  # fmt: skip


def test_wishes_are_kept_and_shown(world: World) -> None:
    hadi = as_official(world, "hadi")
    assert hadi.post("/saluran/", SAID).headers["Location"] == "/saluran/"
    known = Preferences.objects.get(person=person("hadi"))
    assert (known.order, known.next_after, known.summary, known.summary_only) == (["whatsapp", "email", "telegram"], 4, True, False)
    page = hadi.get("/saluran/").content.decode()
    assert 'value="21:00"' in page
    assert 'value="0812 3456 7890"' in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"phone": "0812"}, "tidak lengkap"), ({"second": "whatsapp"}, "saluran kedua yang lain"), ({"first": "pigeon"}, "pigeon"),
        ({"quiet_from": "25:00"}, "waktu"), ({"email": "x"}, "surel"), ({"next_after": "999999"}, "999999"),
        ({"summary": "", "bundled": "on"}, "centang juga"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_answered_with_words_and_changes_nothing(world: World, wrong: dict[str, str], words: str) -> None:
    answer = as_official(world, "hadi").post("/saluran/", SAID | wrong)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Preferences.objects.exists()
    assert not person("hadi").phone


def test_decisions_cannot_be_switched_off(world: World) -> None:
    assert "checked disabled" in as_official(world, "hadi").get("/saluran/").content.decode()


def test_a_gateway_that_is_not_whatsapps_own_is_said_to_be_so(world: World, settings: LazySettings) -> None:
    settings.WHATSAPP_GATEWAY = "json://gateway.example/?:to={to}"
    assert "tidak resmi, nomor dapat diblokir" in as_official(world, "hadi").get("/saluran/").content.decode()
    settings.WHATSAPP_GATEWAY = "whatsapp://x:y@1/{to}/"
    assert "tidak resmi" not in as_official(world, "hadi").get("/saluran/").content.decode()


@pytest.fixture
def failed(world: World) -> Delivery:
    """Fitri's number is not one of WhatsApp's."""
    fitri = person("fitri")
    fitri.phone = "0812 0000 0000"
    fitri.save(update_fields=["phone"])
    world.handed_in()
    row = Outbox.objects.get(topic="your_turn")
    carry_out(Outbox, row.pk)
    Delivery.objects.filter(person=fitri, channel="email").update(
        channel="whatsapp", status="failed", parked_at="2024-03-04T00:00Z", done_at=None,
        last_error="BadAddress: 6281200000000: nomor tidak terdaftar (404).",
    )  # fmt: skip
    return Delivery.objects.get(person=fitri, channel="whatsapp")


def test_the_log_says_permanent_why_and_offers_to_put_it_right(world: World, failed: Delivery) -> None:
    page = as_official(world, "hadi").get("/pengiriman/?keadaan=gagal").content.decode()
    fix = f"/saluran/{failed.person_id}/"
    for part in ("gagal permanen", "nomor tidak terdaftar", fix, "Salin pesan WhatsApp", "wa.me/6281200000000"):
        assert part in page


def test_the_number_is_put_right_with_name_and_old_value_and_the_message_sent_again(world: World, failed: Delivery) -> None:
    hadi = as_official(world, "hadi")
    assert "Gagal permanen lewat WhatsApp" in hadi.get(f"/saluran/{failed.person_id}/").content.decode()
    hadi.post(f"/saluran/{failed.person_id}/", {"phone": "0813 1111 2222", "email": ""})
    change = Change.objects.get(object_id=failed.person_id)
    assert (change.person, change.field, change.old) == (person("hadi"), "phone", "0812 0000 0000")
    assert "Gagal permanen" not in hadi.get(f"/saluran/{failed.person_id}/").content.decode()
    for _ in range(2):
        hadi.post(f"/pengiriman/{failed.pk}/ulang/")
    failed.refresh_from_db()
    assert (failed.status, failed.parked_at, failed.attempts) == ("pending", None, 0)
    assert Retry.objects.filter(delivery=failed, by=person("hadi")).count() == 1
    assert "dikirim lagi oleh Contoh Hadi" in hadi.get("/pengiriman/").content.decode()


def test_only_the_agency_and_the_administrator_see_the_log(world: World, failed: Delivery, lina: Person) -> None:
    assert as_official(world, "fitri").get("/pengiriman/").context["rows"] == []
    assert as_official(world, "fitri").post(f"/pengiriman/{failed.pk}/ulang/").status_code == 404
    assert len(as_official(world, "lina").get("/pengiriman/").context["rows"]) == Delivery.objects.count()


def test_the_log_is_narrowed_by_state_and_person(world: World, failed: Delivery) -> None:
    hadi = as_official(world, "hadi")
    ani = f"orang={person('ani').pk}"
    for query, number in (("keadaan=gagal", 1), (ani, 2), ("keadaan=menunggu", 0), ("keadaan=x&orang=x", 4)):
        assert len(hadi.get(f"/pengiriman/?{query}").context["rows"]) == number, query


def test_a_file_says_who_was_told_without_their_addresses(world: World, failed: Delivery) -> None:
    file = failed.outbox.entry.subjects.exclude(file_id=None).first().file_id
    page = as_official(world, "fitri").get(f"/pengiriman/berkas/{file}/").content.decode()
    assert "Contoh Fitri" in page
    assert "6281200000000" not in page
    assert as_official(world, "eko").get(f"/pengiriman/berkas/{file}/").status_code == 404


def test_the_log_asks_as_much_for_many_rows_as_for_few(world: World, failed: Delivery, django_assert_max_num_queries) -> None:
    hadi = as_official(world, "hadi")
    with django_assert_max_num_queries(12):
        hadi.get("/pengiriman/")
