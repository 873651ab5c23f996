"""Naming a substitute by hand and thumb: who prepares, who confirms, who reads; vacancies, passing on and succession."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.ground import Ground, ground_of
from tests.people import person
from tests.pictures import png
from tests.world import BEGIN, World, build_world, on_day
from workflows.core.door import perform
from workflows.organisation.models import Mandate, Substitution
from workflows.routes.models import Assignment

FRIDAY = BEGIN + timedelta(days=4)
PASSWORD = "rumah-di-tepi-danau"


ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    return ground()


def client_of(world: World, login: str, role: str = "", mandate: Mandate | None = None) -> Client:
    who, client = person(login), Client()
    who.set_password(PASSWORD)
    who.save()
    client.force_login(who)
    client.post("/penugasan/", {"mandate": (mandate or world.by(login, role)).pk, "next": "/"})
    return client


def said(world: World, **more: Any) -> dict[str, Any]:
    """Joko for the Camat until Friday."""
    given = {
        "who": world.by("joko").pk, "capacity": "plh", "since": BEGIN, "until": FRIDAY,
        "paper": "SPT 800/1/2024", "paper_on": BEGIN,
        "order": SimpleUploadedFile("spt.png", png(40, 60)), "powers": ["endorse.proposal", "paraf.letter"],
    }  # fmt: skip
    return given | more


def prepare(world: World, client: Client, role: str = "camat", **more: Any) -> Any:
    return client.post(f"/pengganti/jabatan/{world.office(role).pk}/", said(world, **more))


def confirm(client: Client, url: str) -> Any:
    shown = client.get(url)
    given = {"challenge": shown.context["form"]["challenge"].value(), "password": PASSWORD}
    return client.post(f"{url}tetapkan/", given)


def test_the_adc_prepares_and_only_the_official_confirms(world):
    adc = client_of(world, "lia", mandate=world.appoint("lia", world.office("camat"), "staf"))
    answer = prepare(world, adc)
    assert answer.status_code == 302, answer.context["form"].errors
    url, one = answer.url, Substitution.objects.get()
    assert adc.get(url).context["form"] is None
    assert adc.post(f"{url}tetapkan/", {"password": PASSWORD}).status_code == 422
    assert not Mandate.objects.filter(substitution=one).exists()

    budi = client_of(world, "budi", "camat")
    wrong = {"challenge": budi.get(url).context["form"]["challenge"].value(), "password": "keliru"}
    assert budi.post(f"{url}tetapkan/", wrong).status_code == 422
    assert confirm(budi, url).status_code == 302
    made = Mandate.objects.get(substitution=one)
    assert (made.until, made.paper, made.person.username) == (FRIDAY, "SPT 800/1/2024", "joko")
    joko = client_of(world, "joko", mandate=made)
    assert "Berlaku s.d. 8 Maret 2024 (SPT 800/1/2024)." in joko.get(url).content.decode()


def test_what_is_sent_twice_is_prepared_once(world):
    budi = client_of(world, "budi", "camat")
    assert prepare(world, budi).url == prepare(world, budi).url
    assert prepare(world, budi, until=FRIDAY - timedelta(days=1)).status_code == 302
    assert Substitution.objects.count() == 2


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"since": BEGIN - timedelta(days=1)}, "since"), ({"until": date(2024, 3, 1)}, "until"), ({"until": ""}, "until"),
        ({"capacity": "plt"}, "capacity"), ({"powers": ["sign.keputusan_bupati"]}, "powers"),
        ({"who": 0}, "who"), ({"order": ""}, "order"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_field(world, more, field):
    answer = prepare(world, client_of(world, "budi", "camat"), **more)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_nobody_prepares_for_an_office_that_is_not_his(world):
    assert prepare(world, client_of(world, "budi", "camat"), role="regent").status_code == 404
    assert prepare(world, client_of(world, "dedi"), role="camat").status_code == 404


def test_after_its_end_the_queue_is_gone_and_the_history_stays(world):
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    budi = client_of(world, "budi", "camat")
    mandate = world.appoint("mira", world.office("camat"), "staf")
    url = prepare(world, budi, who=mandate.pk).url
    confirm(budi, url)
    made = Mandate.objects.get(substitution__isnull=False)
    task = world.task(proposal, "camat")
    perform(Assignment.approve, task, by=made, read=world.read(proposal))
    mira = client_of(world, "mira", mandate=made)
    assert mira.get(f"/tugas/{task.pk}/").status_code == 200
    assert budi.post(f"{url}kembali/").status_code == 302
    Mandate.objects.filter(pk=mandate.pk).update(until=BEGIN)
    on_day(BEGIN + timedelta(days=1))
    page = mira.get(url)
    assert page.status_code == 200
    assert [(deed.line.words.rsplit(" ", 1)[1], deed.url) for deed in page.context["deeds"]] == [("menyetujui", "")]
    assert mira.get(f"/tugas/{task.pk}/").status_code in (302, 404)
    assert f"/usulan/{proposal.pk}/" in [deed.url for deed in budi.get(url).context["deeds"]]


def test_tasks_of_a_vacant_office_are_passed_on_together_and_back(world):
    for village in (0, 1):
        world.handed_in(village)
    seat = world.office("village_head")
    Mandate.objects.filter(office=seat).exclude(capacity="staf").update(until=BEGIN - timedelta(days=1))
    hadi = client_of(world, "hadi")
    assert [office.pk for office in hadi.get("/tanpa-pejabat/").context["offices"] if office.waiting] == [seat.pk]
    task = Assignment.objects.get(office=seat, state="open")
    answer = hadi.post(f"/tanpa-pejabat/{seat.pk}/", {"tasks": [task.pk], "office": world.office("camat").pk, "reason": "Kosong."})
    task.refresh_from_db()
    assert (answer.status_code, task.office) == (200, world.office("camat"))
    answer = hadi.post(f"/tanpa-pejabat/{seat.pk}/kembalikan/", {"tasks": [task.pk]})
    task.refresh_from_db()
    assert (answer.status_code, task.office) == (200, seat)
    assert client_of(world, "eko").get(f"/tanpa-pejabat/{world.office('regent').pk}/").status_code == 404


def test_a_vacant_office_gets_a_plt_from_its_superior(world):
    seat = world.office("village_head")
    Mandate.objects.filter(office=seat).exclude(capacity="staf").update(until=BEGIN - timedelta(days=1))
    budi = client_of(world, "budi", "camat")
    given = {"who": world.by("kartika").pk, "capacity": "plt", "until": "", "powers": ["paraf.letter"]}
    answer = prepare(world, budi, role="village_head", **given)
    assert answer.status_code == 302, answer.context["form"].errors
    assert confirm(budi, answer.url).status_code == 302
    assert Mandate.objects.get(substitution__isnull=False).capacity == "plt"


def test_a_new_holder_takes_over_with_everything_that_waits(world):
    world.handed_in()
    seat, hadi = world.office("village_head"), client_of(world, "hadi")
    url = f"/serah-terima/{seat.pk}/"
    assert hadi.get(f"{url}?cari=Kartika").context["tasks"]
    given = {"person": person("kartika").pk, "capacity": "definitif", "since": BEGIN, "paper": "SK Contoh 1"}
    assert hadi.post(url, given | {"paper": ""}).status_code == 422
    assert hadi.post(url, given).status_code == 302
    held = seat.mandates.exclude(capacity="staf").order_by("since")
    assert [(m.person.username, m.until) for m in held] == [("fitri", BEGIN - timedelta(days=1)), ("kartika", None)]
    assert client_of(world, "fitri", "village_head").get(url).status_code in (302, 404)
