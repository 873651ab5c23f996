"""The signed list of attendance stays with the rakor: seen by whoever sees it, handed in by its organiser once it was opened."""

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_rakors import page
from tests.decree_world import fresh
from tests.pictures import picture
from tests.rakor_world import RakorWorld
from workflows.meetings.models import AttendanceSheet


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
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        sheet.delete()


def test_what_is_no_picture_or_comes_before_the_rakor_is_refused_in_words(world: RakorWorld, enter: Enter) -> None:
    rakor, ani = world.rakor(), enter(world.ani)
    early = ani.post(page(rakor, "rakor-sheets"), {"sheets": picture("daftar.jpg")})
    assert (early.status_code, "sesudah rakor dibuka" in early.content.decode()) == (422, True)
    held = world.held()
    assert ani.post(page(held, "rakor-sheets"), {}).status_code == 422
    assert not fresh(held).sheets.exists()
