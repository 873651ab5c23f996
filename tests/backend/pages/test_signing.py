"""Tanda tangan on a page: the password once more, harmless double clicks, and what is said while nothing is certain."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client

from backend import step_up
from documents.signing.errors import BadSecret, CertificateExpired, OutcomeUnknown, ServiceDown
from tests.backend.pages.decrees import as_official, sent
from tests.decree_world import build_decree_world, fresh
from tests.ground import Ground, ground_of
from tests.signing_world import Double, ready_to_sign, task_to_sign
from workflows.core.door import perform
from workflows.core.models import JournalEntry, Refusal
from workflows.decrees import drafting
from workflows.decrees.models import Decree, DecreeNumber
from workflows.routes.models import Assignment
from workflows.signing.identities import remember_nik

PASSWORD, PASSPHRASE = "contoh-sandi", "frasa-rahasia"  # noqa: S105


@pytest.fixture
def signer(monkeypatch):
    double = Double()
    monkeypatch.setattr("worker.signing.signers.signer", lambda: double)
    return double


def build():
    made = build_decree_world()
    fitri = made.by("fitri").person
    fitri.set_password(PASSWORD)
    fitri.save()
    remember_nik(fitri, "0" * 16)
    return made


ground = ground_of(build)


@pytest.fixture
def world(db, ground: Ground):
    return ground()


@pytest.fixture
def decree(world, signer):
    return ready_to_sign(world)


@pytest.fixture
def url(decree):
    return f"/tugas/{task_to_sign(decree).pk}/tanda-tangan/"


@pytest.fixture
def fitri(world) -> Client:
    client = as_official(world, "fitri")
    client.force_login(world.by("fitri").person)  # the password has changed since
    return client


def typed(client, url, **changed):
    challenge = client.get(url).context["form"]["challenge"].value()
    return {"challenge": challenge, "password": PASSWORD, "passphrase": PASSPHRASE, "reason": ""} | changed


def test_the_page_shows_the_paper_and_asks_for_both_words(fitri, url, decree):
    page = fitri.get(url)
    words = page.content.decode()
    assert "MEMUTUSKAN:" in words
    assert f"/naskah/{decree.file.documents.get(form='final').pk}.pdf" in words
    assert re.search(r'type="password" name="passphrase"[^>]*autocomplete="off"', words)
    assert page.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_signing_leads_to_the_receipt_and_the_decree_is_in_force(fitri, url, decree):
    answer = fitri.post(url, typed(fitri, url))
    assert answer.headers["Location"].startswith("/tercatat/")
    assert "menandatangani" in fitri.get(answer.headers["Location"]).content.decode()
    assert fresh(decree).state == "in_force"


def test_two_clicks_and_a_reload_are_one_signature(fitri, url, decree, signer):
    form = typed(fitri, url)
    first, second = (fitri.post(url, form) for _click in range(2))
    assert first.headers["Location"] == second.headers["Location"] == fitri.get(url).headers["Location"]
    assert (len(signer.asked), JournalEntry.objects.filter(act="routes.Assignment.sign").count()) == (1, 1)


def test_the_review_page_leads_here_instead_of_offering_the_act(fitri, url, decree):
    page = fitri.get(f"/tugas/{task_to_sign(decree).pk}/")
    assert url in page.content.decode()
    assert "sign" not in [offer.name for offer in page.context["offers"]]
    assert fitri.get(f"/keputusan/{decree.pk}/tanda-tangan/").headers["Location"] == url


def test_a_wrong_password_signs_nothing_and_is_counted(fitri, url, decree, signer):
    for _try in range(step_up.TRIES):
        answer = fitri.post(url, typed(fitri, url, password="salah"))
        assert answer.status_code == 422
        assert "Kata sandi akun Anda salah" in answer.content.decode()
    answer = fitri.post(url, typed(fitri, url))
    assert "Tunggu 15 menit" in answer.content.decode()
    assert (signer.asked, Refusal.objects.filter(act=step_up.NOT_CONFIRMED).count()) == ([], step_up.TRIES)


def test_a_wrong_passphrase_is_said_with_who_can_help_and_nothing_typed_comes_back(fitri, url, decree, signer):
    signer.answers = [BadSecret()]
    form = typed(fitri, url, reason="Catatan saya")
    page = fitri.post(url, form).content.decode()
    assert "Frasa sandi tanda tangan elektronik salah" in page
    assert "Penanda tangan: ulangi" in page
    assert "Catatan saya" in page
    assert PASSWORD not in page
    assert PASSPHRASE not in page
    fitri.post(url, form)
    assert len(signer.asked) == 1, "the same form is the same request, whatever became of it"
    assert fitri.post(url, typed(fitri, url)).status_code == 302


def test_a_lost_answer_is_being_made_sure_of_and_only_asked_about(fitri, url, decree, signer):
    signer.loses = [OutcomeUnknown()]
    answer = fitri.post(url, typed(fitri, url))
    assert answer.headers["Location"] == url
    page = fitri.get(url).content.decode()
    assert "sedang dipastikan" in page
    assert "Periksa lagi" in page
    assert 'name="password"' not in page
    fitri.post(url, {"challenge": "x", "password": PASSWORD, "passphrase": PASSPHRASE})
    assert len(signer.asked) == 1
    answer = fitri.post(f"{url}periksa/", follow=True)
    assert (fresh(decree).state, len(signer.asked)) == ("in_force", 1)
    assert "menandatangani" in answer.content.decode()


def test_after_a_failure_the_way_to_ink_is_open_and_says_what_it_costs(world, fitri, url, decree, signer):
    assert "Tanda tangani basah saja?" not in fitri.get(url).content.decode()
    signer.answers = [CertificateExpired()]
    page = fitri.post(url, typed(fitri, url)).content.decode()
    assert "nomornya tercatat batal" in page
    decided, _hash, act = re.search(r'href="/tugas/(\d+)/(#)(withdraw_decision)">Tarik kembali penetapan', page).groups()
    sent(fitri, Assignment.objects.get(pk=decided), act, reason="Sertifikat berakhir.")
    sent(fitri, world.open_task(decree, "sign"), "return_to_drafter", reason="Ganti ke tanda tangan basah.")
    drafting.edit(fresh(decree), world.drafter("keputusan_kades"), signing="ink")
    perform(Decree.resubmit, fresh(decree), by=world.drafter("keputusan_kades"))
    world.walk(fresh(decree), "village_head")
    assert world.open_task(decree, "print")
    assert [number.state for number in DecreeNumber.objects.filter(file=decree.pk)] == ["void"]


def test_while_nothing_is_certain_there_is_no_way_to_ink(fitri, url, decree, signer):
    signer.answers = [OutcomeUnknown()]
    fitri.post(url, typed(fitri, url))
    assert "Tanda tangani basah saja?" not in fitri.get(url).content.decode()


def test_asking_again_says_that_nothing_is_certain_yet(fitri, url, decree, signer):
    signer.answers = [OutcomeUnknown()]
    fitri.post(url, typed(fitri, url))
    answer = fitri.post(f"{url}periksa/")
    assert answer.status_code == 409
    assert "belum pasti" in answer.content.decode()
    assert len(signer.asked) == 1


def test_a_page_that_stood_open_too_long_is_asked_again(fitri, url, decree, signer, monkeypatch):
    form = typed(fitri, url)
    monkeypatch.setattr(step_up, "LASTS", timedelta(seconds=-1))
    answer = fitri.post(url, form)
    assert "terbuka terlalu lama" in answer.content.decode()
    assert signer.asked == []


def test_a_challenge_of_another_purpose_person_or_paper_is_no_challenge(world, fitri, url, decree, signer):
    task, by = task_to_sign(decree), world.by("fitri")
    told = {"by": by.pk, "key": "k", "papers": [(task.pk, decree.paper)]}
    others = [
        signing.dumps(told, salt="another purpose"),
        signing.dumps(told | {"by": world.by("eko").pk}, salt=step_up.SALT),
        signing.dumps(told | {"papers": [(task.pk, "ab" * 32)]}, salt=step_up.SALT),
        signing.dumps(told | {"papers": []}, salt=step_up.SALT),
    ]
    for challenge in others:
        assert fitri.post(url, typed(fitri, url, challenge=challenge)).status_code == 422
    assert signer.asked == []


def test_staff_see_why_they_cannot_and_strangers_nothing(world, url):
    assert "Yang dapat: pejabat kantor itu" in as_official(world, "ani", "village_head").get(url).content.decode()
    assert as_official(world, "eko").get(url).status_code == 404


def test_a_signer_without_a_secret_asks_for_none(fitri, url, decree, signer):
    signer.needs_secret = False
    assert 'name="passphrase"' not in fitri.get(url).content.decode()
    form = typed(fitri, url)
    del form["passphrase"]
    assert fitri.post(url, form).status_code == 302


def test_where_all_is_ink_the_page_says_so(fitri, url, decree, monkeypatch, settings):
    monkeypatch.undo()
    settings.SIGNER = ""
    page = fitri.get(url)
    assert "tidak memakai tanda tangan elektronik" in page.content.decode()


def test_several_papers_under_one_password(world, fitri, decree, signer):
    second, third = (ready_to_sign(world, villages=[0], effects=[]) for _n in range(2))
    assert "/tugas/tanda-tangan/" in fitri.get("/").content.decode()
    page = fitri.get("/tugas/tanda-tangan/")
    tasks = [task.pk for task, _paper in page.context["tasks"]]
    assert len(tasks) == 3
    form = typed(fitri, "/tugas/tanda-tangan/", tasks=[task_to_sign(d).pk for d in (decree, second)])
    page = fitri.post("/tugas/tanda-tangan/", form)
    assert "2 naskah sudah ditandatangani" in page.content.decode()
    assert [fresh(d).state for d in (decree, second, third)] == ["in_force", "in_force", "numbered"]
    assert [task.pk for task, _paper in page.context["tasks"]] == [task_to_sign(third).pk]


def test_the_first_that_fails_stops_the_others(world, fitri, decree, signer):
    second = ready_to_sign(world, villages=[0], effects=[])
    signer.answers = [BadSecret()]
    form = typed(fitri, "/tugas/tanda-tangan/", tasks=[task_to_sign(d).pk for d in (decree, second)])
    page = fitri.post("/tugas/tanda-tangan/", form)
    assert "Frasa sandi" in page.content.decode()
    assert len(signer.asked) == 1


def test_until_it_is_signed_nobody_else_gets_a_paper_with_its_code(world, fitri, url, decree):
    paper, other = decree.file.documents.get(form="final"), as_official(world, "kartika")
    assert fitri.get(f"/naskah/{paper.pk}.pdf").status_code == 200
    assert other.get(f"/naskah/{paper.pk}.pdf").status_code == 404
    page = other.get(f"/keputusan/{decree.pk}/").content.decode()
    assert "belum bertanda tangan elektronik" in page
    assert "/naskah/" not in page
    fitri.post(url, typed(fitri, url))
    signed = decree.file.documents.get(form="signed")
    assert f"/naskah/{signed.pk}.pdf" in other.get(f"/keputusan/{decree.pk}/").content.decode()
    assert other.get(f"/naskah/{signed.pk}.pdf").status_code == 200


def test_a_decree_that_waits_for_the_service_says_so(world, fitri, url, decree, signer):
    other = as_official(world, "kartika")
    assert "Menunggu layanan TTE" not in other.get(f"/keputusan/{decree.pk}/").content.decode()
    signer.answers = [ServiceDown()]
    fitri.post(url, typed(fitri, url))
    assert "Menunggu layanan TTE" in other.get(f"/keputusan/{decree.pk}/").content.decode()
