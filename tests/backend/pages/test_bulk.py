"""Many approved at once: what is not ready cannot be ticked, all or none, and a minute to take it back."""

import pytest
from django.db.models import F
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.world import World
from workflows.core.door import perform
from workflows.core.models import JournalEntry
from workflows.routes.models import Assignment, Deferral
from workflows.routes.rules.within_the_minute import MINUTE

HEADS = ["fitri", "eko", "eko"]
BULK = "/tugas/sekaligus/"


@pytest.fixture
def proposals(world: World) -> list:
    """Three villages wait for the Camat."""
    world.appoint("eko", world.office("village_head", 2))
    made = [world.handed_in(village) for village in range(3)]
    for proposal, head in zip(made, HEADS, strict=True):
        task = world.task(proposal, "village_head")
        by = next(m for m in world.mandates if m.person.username == head and m.office_id == task.office_id)
        perform(Assignment.approve, task, by=by, read=world.read(proposal))
    return made


@pytest.fixture
def camat(world: World) -> Client:
    return as_official(world, "budi", "camat")


def boxes(page) -> list[str]:
    return [row.value for row in page.context["ready"]]


def states(proposals: list) -> list[str]:
    steps = Assignment.objects.filter(file__in=[p.pk for p in proposals], office__role="camat")
    return list(steps.order_by("file", "pk").values_list("state", flat=True))


def approve(camat: Client, values: list[str], **more: str):
    return camat.post(BULK, {"tugas": values, "ya": "1", "key": "k"} | more)


def test_all_that_is_shown_is_selected_and_nothing_else(world: World, camat: Client, proposals: list) -> None:
    page = camat.get(BULK, {"tempat": world.villages[0].pk, "pilih": "semua"})
    assert len(boxes(page)) == page.content.decode().count(" checked") == 1
    assert "Pilih semua 1 siap" in page.content.decode()


def test_one_act_approves_all_that_were_ticked_and_leaves_out_the_other(camat: Client, proposals: list) -> None:
    values = boxes(camat.get(BULK))
    out = world_task(proposals[2])
    seen = camat.post(BULK, {"tugas": values, f"alasan-{out}": "Menunggu musyawarah."})
    assert "Setujui 2 berkas" in seen.content.decode()
    done = approve(camat, values, **{f"alasan-{out}": "Menunggu musyawarah."})
    entry = JournalEntry.objects.latest("pk")
    page = camat.get(done.headers["Location"]).content.decode()
    assert "2 disetujui, 1 dikeluarkan" in page
    assert "Dapat dibatalkan sampai" in page
    assert states(proposals) == ["approved", "approved", "open"]
    assert Deferral.objects.get(assignment=out).entry == entry
    assert "Menunggu musyawarah." in camat.get("/").content.decode()


def world_task(proposal) -> int:
    return Assignment.objects.get(file=proposal.pk, office__role="camat").pk


def test_sent_twice_it_is_one_act(camat: Client, proposals: list) -> None:
    values = boxes(camat.get(BULK))
    first, second = approve(camat, values[:1]), approve(camat, values[:1])
    assert JournalEntry.objects.filter(act="routes.Assignment.approve", office__role="camat").count() == 1
    assert first.status_code == 302
    assert second.status_code in (302, 422)


def test_what_is_not_ready_says_what_is_missing_and_who_has_it(world: World, proposals: list) -> None:
    camat = as_official(world, "budi", "camat")
    values = boxes(camat.get(BULK))
    approve(camat, values)
    gita = as_official(world, "gita")
    page = gita.get(BULK)
    assert boxes(page) == []
    text = page.content.decode()
    assert "3 belum siap" in text
    assert "Pemeriksaan lapangan" in text
    assert "penyuluh KB" in text
    assert 'type="checkbox" name="tugas"' not in text
    world.check_on_the_spot(proposals[0])
    assert len(boxes(gita.get(BULK))) == 1


def test_what_was_decided_meanwhile_is_named_and_the_rest_is_offered(world: World, camat: Client, proposals: list) -> None:
    values = boxes(camat.get(BULK))
    world.approve(proposals[0], "camat", "budi")
    page = approve(camat, values)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Tugas ini sudah disetujui." in text
    assert "Setujui 2" in text
    assert states(proposals) == ["approved", "open", "open"]
    assert approve(camat, boxes(page), key="other").status_code == 302
    assert states(proposals) == ["approved"] * 3


def test_a_file_that_moved_on_since_the_list_must_be_read_again(world: World, camat: Client, proposals: list) -> None:
    values = boxes(camat.get(BULK))
    stale = values[0].split(".")
    stale[1] = str(int(stale[1]) - 1)
    page = approve(camat, [".".join(stale), *values[1:]])
    assert page.status_code == 422
    text = page.content.decode()
    assert "Berkas berubah sejak daftar ini ditampilkan" in text
    assert "Setujui 2" in text
    assert states(proposals) == ["open"] * 3


def test_what_no_page_of_ours_sent_is_answered_in_words(camat: Client, proposals: list) -> None:
    for nonsense in ("x", "1", "1.2", "1.x.y", "9" * 30 + ".1.", "1." + "9" * 30 + "."):
        page = camat.post(BULK, {"tugas": nonsense, "ya": "1"})
        assert (page.status_code, nonsense) == (422, nonsense)
    assert "Pilih dahulu" in camat.post(BULK, {}).content.decode()


def test_within_the_minute_all_is_taken_back(camat: Client, proposals: list) -> None:
    done = approve(camat, boxes(camat.get(BULK)))
    entry = JournalEntry.objects.latest("pk")
    back = camat.post(f"/tercatat/{entry.pk}/batalkan/", follow=True)
    assert "3 tugas kembali menunggu keputusan Anda" in back.content.decode()
    assert len(boxes(camat.get(BULK))) == 3
    again = camat.post(BULK, {"tugas": boxes(camat.get(BULK)), "ya": "1", "key": "second"})
    assert (done.status_code, again.status_code) == (302, 302)


def test_what_the_next_office_acted_upon_stays_and_the_rest_can_go_back(world: World, camat: Client, proposals: list) -> None:
    approve(camat, boxes(camat.get(BULK)))
    entry = JournalEntry.objects.latest("pk")
    world.check_on_the_spot(proposals[0])
    refused = camat.post(f"/tercatat/{entry.pk}/batalkan/")
    assert refused.status_code == 422
    assert "Batalkan 2 yang lain" in refused.content.decode()
    rest = camat.post(f"/tercatat/{entry.pk}/batalkan/", {"sebagian": "1"}, follow=True)
    assert "1 disetujui, 2 dibatalkan" in rest.content.decode()


def test_after_the_minute_no_way_back_is_offered(camat: Client, proposals: list) -> None:
    done = approve(camat, boxes(camat.get(BULK)))
    entry = JournalEntry.objects.latest("pk")
    Assignment.objects.filter(office__role="camat").update(decided_at=F("decided_at") - MINUTE - MINUTE)
    refused = camat.post(f"/tercatat/{entry.pk}/batalkan/")
    assert "60 detik" in refused.content.decode()
    assert done.status_code == 302


def test_others_see_neither_the_receipt_nor_the_way_back(world: World, camat: Client, proposals: list) -> None:
    approve(camat, boxes(camat.get(BULK)))
    entry = JournalEntry.objects.latest("pk")
    hadi = as_official(world, "hadi")
    assert "Dapat dibatalkan" not in hadi.get(f"/tercatat/{entry.pk}/").content.decode()
    assert hadi.post(f"/tercatat/{entry.pk}/batalkan/").status_code == 422
    assert states(proposals) == ["approved"] * 3


def test_its_cost_does_not_grow_with_the_rows(world: World, camat: Client, proposals: list, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(14):
        camat.get(BULK)
