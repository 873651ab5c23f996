"""A rubric is drafted, published once its weights add up to 100, and copied as its next version; what is published stays."""

from typing import Any

import pytest
from django.test import Client

from backend.contests import rubrics
from backend.contests.rubric_form import RubricForm
from tests.backend.pages.decrees import as_official
from tests.decree_world import broken_promises
from tests.ground import Ground, ground_of
from tests.world import World, build_world
from workflows.contests.models import RubricDraft, RubricVersion
from workflows.contests.rubric_drafting import discard_rubric, draft_rubric, save_rubric
from workflows.contests.rubrics import load_rubrics
from workflows.core.door import perform
from workflows.core.errors import Conflict, Refused
from workflows.core.models import JournalEntry

ROWS = (("Rumah DataKu", "input", "40"), ("Kegiatan", "process", "30"), ("Pemakaian MKJP", "output", "30"))


def build() -> World:
    load_rubrics()
    return build_world()


ground = ground_of(build)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    return ground()


def text(answer: Any) -> str:
    return answer.content.decode()


def typed(draft: RubricDraft, *rows: tuple[str, str, str], **changed: Any) -> dict[str, Any]:
    criteria = {
        f"kriteria-{n}-{name}": worth
        for n, row in enumerate(rows or ROWS, 1)
        for name, worth in zip(("label", "aspect", "weight", "maximum"), (*row, "100"), strict=True)
    }
    return {"version": draft.version, "code": "contoh-raya", "source": "Contoh pedoman"} | criteria | changed


def begun(world: World) -> tuple[Client, RubricDraft, str]:
    agency = as_official(world, "hadi")
    for _twice in range(2):
        where = agency.post("/lomba/rubrik/susun/").headers["Location"]
    return agency, RubricDraft.objects.get(), where


def test_a_rubric_is_drafted_and_published_as_it_stands_on_the_form(world: World) -> None:
    agency, draft, url = begun(world)
    assert "Belum dapat diterbitkan" in text(agency.get(url))
    page = text(agency.post(url, typed(draft, tekan="terbitkan"), follow=True))
    version = RubricVersion.objects.get(code="contoh-raya")
    assert (version.version, version.office) == (1, world.office("agency"))
    assert [(one.label, str(one.weight)) for one in version.rubric.criteria] == [(row[0], row[2]) for row in ROWS]
    assert "Contoh pedoman" in page
    assert "sementara" not in page
    assert text(Client().get(f"/rubrik/{version.pk}/")).count("Rumah DataKu") == 1
    assert JournalEntry.objects.filter(act="contests.RubricDraft.publish").count() == 1
    assert agency.get(url).status_code == 404
    assert "contoh-raya versi 1" in text(agency.get("/lomba/baru/"))
    assert broken_promises() == []


@pytest.mark.parametrize(("changed", "words"), [
    ({"kriteria-1-weight": "39,99"}, "berjumlah 100, bukan 99.99"),
    ({"source": ""}, "tandai rubrik ini sementara"),
    ({"kriteria-2-label": ""}, "Sebutkan yang dinilai"),
    ({"kriteria-2-weight": "nol"}, "Kriteria ke-2"),
    ({"kriteria-2-weight": "1e9999999"}, "Kriteria ke-2"),
    ({"code": "Contoh Raya!"}, "Huruf kecil"),
    ({"code": "contoh-bawaan"}, "sudah dipakai rubrik kantor lain"),
])  # fmt: skip
def test_what_is_not_sound_is_not_published_and_says_why(world: World, changed: dict[str, str], words: str) -> None:
    agency, draft, url = begun(world)
    answer = agency.post(url, typed(draft, tekan="terbitkan", **changed))
    assert (answer.status_code, words in text(answer)) == (422, True)
    assert not RubricVersion.objects.filter(office__isnull=False).exists()


def test_an_unfinished_draft_is_kept_with_its_sum(world: World) -> None:
    agency, draft, url = begun(world)
    page = text(agency.post(url, typed(draft, ("Contoh", "input", "12,5")), follow=True))
    assert "<output>12,5</output> dari 100" in page
    assert "berjumlah 100, bukan 12.5" in page
    more = text(agency.post(url, typed(draft, tekan="tambah")))
    assert 'name="kriteria-4-label"' in more


def test_the_next_version_begins_as_a_copy_with_the_same_keys(world: World) -> None:
    agency, draft, url = begun(world)
    agency.post(url, typed(draft, tekan="terbitkan"))
    first = RubricVersion.objects.get(code="contoh-raya")
    where = agency.post("/lomba/rubrik/susun/", {"dari": first.pk}).headers["Location"]
    copy = RubricDraft.objects.get(state="draft")
    keys = {f"kriteria-{n}-key": one.key for n, one in enumerate(first.rubric.criteria, 1)}
    same = agency.post(where, typed(copy, tekan="terbitkan", **keys))
    assert "sama dengan contoh-raya versi 1" in text(same)
    copy.refresh_from_db()
    agency.post(where, typed(copy, tekan="terbitkan", **keys, source="Contoh pedoman kedua"))
    second = RubricVersion.objects.get(code="contoh-raya", version=2)
    assert [one.key for one in second.rubric.criteria] == [one.key for one in first.rubric.criteria]


def test_the_shipped_placeholder_is_copied_under_a_name_of_ones_own_and_stays_marked(world: World) -> None:
    draft = draft_rubric(world.by("hadi"), RubricVersion.objects.get())
    assert (draft.code, draft.data["placeholder"], len(draft.data["criteria"])) == ("contoh-raya", True, 3)
    perform(RubricDraft.publish, draft, by=world.by("hadi"))
    published = RubricVersion.objects.get(code="contoh-raya")
    assert "sementara" in text(Client().get(f"/rubrik/{published.pk}/"))


def test_staff_prepare_it_and_their_official_publishes(world: World) -> None:
    draft = draft_rubric(world.by("hadi"), RubricVersion.objects.get())
    desk = as_official(world, "ani", "agency")
    answer = desk.post(f"/lomba/rubrik/konsep/{draft.pk}/", typed(draft, tekan="terbitkan"))
    assert "diterbitkan oleh pejabat" in text(answer)
    draft.refresh_from_db()
    assert (draft.state, draft.data["source"]) == ("draft", "Contoh pedoman")
    village = as_official(world, "fitri")
    assert village.post("/lomba/rubrik/susun/").status_code == 404
    assert village.get(f"/lomba/rubrik/konsep/{draft.pk}/").status_code == 404


def test_two_who_write_at_once_do_not_overwrite_each_other(world: World) -> None:
    draft = draft_rubric(world.by("hadi"))
    save_rubric(draft, 0, code="satu", data=draft.data)
    with pytest.raises(Conflict):
        save_rubric(draft, 0, code="dua", data=draft.data)
    with pytest.raises(Conflict):
        discard_rubric(draft, 0)
    discard_rubric(draft, 1)
    assert not RubricDraft.objects.exists()


@pytest.mark.parametrize(("press", "moment"), [("simpan", "data_to_save"), ("terbitkan", "data_to_save"), ("terbitkan", "saved")])
def test_what_somebody_discards_in_that_very_moment_is_refused_in_words(
    world: World, monkeypatch: pytest.MonkeyPatch, press: str, moment: str
) -> None:
    agency, draft, url = begun(world)

    def discarded(*_given: Any) -> Any:
        RubricDraft.objects.all().delete()

    if moment == "saved":
        monkeypatch.setattr(rubrics, "save_rubric", lambda *given, **more: (save_rubric(*given, **more), discarded()))
    else:
        typed_in = RubricForm.data_to_save
        monkeypatch.setattr(RubricForm, "data_to_save", lambda form: (discarded(), typed_in(form))[1])
    answer = agency.post(url, typed(draft, tekan=press))
    assert answer.status_code == 422
    assert "sudah dibuang" in text(answer)
    assert "Rumah DataKu" in text(answer)
    assert not RubricVersion.objects.filter(office__isnull=False).exists()


def test_two_who_discard_at_once_are_both_answered(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    agency, draft, _url = begun(world)
    monkeypatch.setattr(rubrics, "discard_rubric", lambda *given: (discard_rubric(*given), discard_rubric(*given)))
    answer = agency.post(f"/lomba/rubrik/konsep/{draft.pk}/buang/", {"version": draft.version})
    assert (answer.status_code, "sudah dibuang" in text(answer)) == (422, True)


def test_what_is_published_is_no_draft_any_more(world: World) -> None:
    draft = draft_rubric(world.by("hadi"), RubricVersion.objects.get())
    perform(RubricDraft.publish, draft, by=world.by("hadi"))
    with pytest.raises(Refused, match="tidak diubah lagi"):
        save_rubric(draft, 1, code="lain", data=draft.data)
