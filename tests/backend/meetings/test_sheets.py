"""The signed list of attendance stays with the rakor: seen by whoever sees it, handed in by its organiser once it was opened.

A wrong sheet is taken away with a reason until the record is signed, and who did so and why stays.
"""

from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from backend.evidence.packing import attachments_of
from tests.backend.api.conftest import Api
from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_api import api
from tests.backend.meetings.test_rakors import page
from tests.decree_world import fresh
from tests.pictures import picture
from tests.rakor_world import RakorWorld
from workflows.core.models import JournalEntry
from workflows.meetings.models import AttendanceSheet, Rakor
from workflows.meetings.sheets import keep_sheets

RED = (160, 20, 20)


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def attached(rakor: Rakor) -> AttendanceSheet:
    assert send(api("ani"), rakor).status_code == 201
    return rakor.sheets.get()


def cut(sheet: AttendanceSheet) -> str:
    return reverse("take-sheet-away", args=[sheet.rakor_id, sheet.pk])


def test_its_organiser_keeps_it_and_the_invited_read_it(world: RakorWorld, enter: Enter) -> None:
    rakor, ani = world.held(), enter(world.ani)
    for _twice in range(2):
        answer = ani.post(page(rakor, "rakor-sheets"), {"sheets": picture("daftar.jpg")})
        assert answer.status_code == 302, answer.content.decode()
    sheet = AttendanceSheet.objects.get(rakor=rakor)
    address = reverse("attachment", args=[sheet.attachment_id])
    partner = enter(world.by("lala"))
    assert address in partner.get(page(rakor)).content.decode()
    assert partner.get(address).status_code == 200
    assert partner.post(page(rakor, "rakor-sheets"), {"sheets": picture("daftar.jpg")}).status_code == 404
    assert partner.post(cut(sheet), {"reason": "Keliru."}).status_code == 404
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        sheet.delete()
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        AttendanceSheet.objects.update(attachment=sheet.attachment_id + 1)


def test_what_is_no_picture_or_comes_before_the_rakor_is_refused_in_words(world: RakorWorld, enter: Enter) -> None:
    rakor, ani = world.rakor(), enter(world.ani)
    early = ani.post(page(rakor, "rakor-sheets"), {"sheets": picture("daftar.jpg")})
    assert (early.status_code, "sesudah rakor dibuka" in early.content.decode()) == (422, True)
    held = world.held()
    assert ani.post(page(held, "rakor-sheets"), {}).status_code == 422
    assert not fresh(held).sheets.exists()


def test_a_wrong_sheet_is_taken_away_with_a_reason_and_its_trace_stays(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held()
    sheet, ani, partner = attached(rakor), enter(world.ani), enter(world.by("lala"))
    assert cut(sheet) in ani.get(page(rakor)).content.decode()
    assert cut(sheet) not in partner.get(page(rakor)).content.decode()
    silent = ani.post(cut(sheet), {"reason": ""})
    assert (silent.status_code, "Tuliskan alasannya" in silent.content.decode()) == (422, True)
    assert ani.post(cut(sheet), {"reason": "Foto rapat lain."}).status_code == 302
    assert (fresh(sheet).state, list(attachments_of(rakor.file))) == ("taken_away", [])
    entry = JournalEntry.objects.latest("pk")
    assert (entry.act, entry.reason, entry.person_id) == (
        "meetings.AttendanceSheet.take_sheet_away", "Foto rapat lain.", world.ani.person_id,
    )  # fmt: skip
    file, shown = reverse("attachment", args=[sheet.attachment_id]), ani.get(page(rakor)).content.decode()
    assert (file in shown, "Lembar yang dicabut" in shown, shown.count("Foto rapat lain.")) == (True, True, 2)
    there = partner.get(page(rakor)).content.decode()
    assert (file in there, "mencabut lembar daftar hadir: “Foto rapat lain.”" in there) == (False, True)
    assert (partner.get(file).status_code, ani.get(file).status_code) == (404, 200)
    assert ani.post(cut(sheet), {"reason": "Sekali lagi."}).status_code == 422


def test_the_same_file_may_be_attached_again(world: RakorWorld, enter: Enter) -> None:
    rakor, ani = world.held(), enter(world.ani)
    sheet = attached(rakor)
    ani.post(cut(sheet), {"reason": "Keliru."})
    [again] = keep_sheets(rakor, world.ani, [sheet.attachment])
    assert again.pk != sheet.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        AttendanceSheet.objects.create(file=rakor.file, rakor=rakor, attachment=sheet.attachment)


def test_nothing_is_taken_away_once_the_record_is_signed(world: RakorWorld, enter: Enter) -> None:
    rakor = world.held()
    sheet, ani = attached(rakor), enter(world.ani)
    world.resolve(rakor, "other", text="Contoh keputusan")
    letter = world.recorded(rakor)
    assert cut(sheet) in ani.get(page(rakor)).content.decode()
    world.sign(letter, "indra")
    world.sign(letter, "hadi")
    late = ani.post(cut(sheet), {"reason": "Keliru."})
    assert (late.status_code, "Berita acara rakor ini sudah ditandatangani" in late.content.decode()) == (422, True)
    assert cut(sheet) not in ani.get(page(rakor)).content.decode()
    with pytest.raises(IntegrityError, match="signed record"), transaction.atomic():
        AttendanceSheet.objects.update(state="taken_away")
    refused = api("ani").act(f"/api/sheets/{sheet.pk}/", "take_sheet_away", reason="Keliru.")
    assert (refused.status_code, refused.json()["problems"][0]["rule"]) == (422, "record_not_signed")


# --- by the API -----------------------------------------------------------------------------------------------------------


def send(client: Api, rakor: Rakor, key: str = "", **given: Any) -> Any:
    body = {"file": picture("daftar.jpg")} | given
    return client.post(f"/api/rakors/{rakor.pk}/sheets/", body, format="multipart", headers={"Idempotency-Key": key} if key else {})


def listed(client: Api, rakor: Rakor) -> list[Any]:
    return client.get(f"/api/rakors/{rakor.pk}/sheets/").json()["results"]


def test_by_the_api_a_sheet_is_attached_once_a_key_listed_and_taken_away(world: RakorWorld) -> None:
    rakor, ani = world.held(), api("ani")
    first, again = (send(ani, rakor, "satu") for _twice in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    sheet = first.json()
    assert (sheet["name"], sheet["state"], sheet["uploaded_by"]["id"]) == ("daftar.jpg", "attached", world.ani.person_id)
    assert [one["name"] for one in sheet["available_transitions"]] == ["take_sheet_away"]
    reused = send(ani, rakor, "satu", file=picture("daftar.jpg", RED))
    assert (reused.status_code, reused.json()["type"]) == (422, "urn:siklus:key-reused")
    partner = api("lala")
    assert ([one["id"] for one in listed(partner, rakor)], len(listed(ani, rakor))) == ([sheet["id"]], 1)
    address = f"/api/sheets/{sheet['id']}/"
    assert ani.act(address, "take_sheet_away").status_code == 422
    gone = [ani.act(address, "take_sheet_away", "dua", reason="Keliru.") for _twice in range(2)]
    assert [one.status_code for one in gone] == [201, 201]
    assert ani.act(address, "take_sheet_away", reason="Keliru.").status_code == 409
    assert (listed(partner, rakor), [one["state"] for one in listed(ani, rakor)]) == ([], ["taken_away"])
    [told] = ani.get(f"{address}transitions/").json()["results"]
    assert (told["reason"], told["person"]["id"]) == ("Keliru.", world.ani.person_id)
    assert send(ani, rakor, "tiga").json()["id"] != sheet["id"]


def test_by_the_api_others_attach_and_take_away_nothing(world: RakorWorld) -> None:
    rakor, partner = world.held(), api("lala")
    sheet = send(api("ani"), rakor).json()
    refused = send(partner, rakor)
    assert (refused.status_code, refused.json()["problems"][0]["rule"]) == (403, "organises_the_rakor")
    assert partner.act(f"/api/sheets/{sheet['id']}/", "take_sheet_away", reason="Keliru.").status_code == 403
    planned = world.rakor()
    assert send(partner, planned).status_code == 404
    early = send(api("ani"), planned)
    assert (early.status_code, "sesudah rakor dibuka" in early.json()["detail"]) == (422, True)
    assert "file" in send(api("ani"), rakor, file="bukan berkas").json()["errors"]
