from datetime import date, timedelta

import pytest

from tests.backend.pages.decrees import as_official, drafted
from tests.people import appointed
from tests.world import BEGIN, World, region
from workflows.decrees.models import Decree
from workflows.organisation.models import Office, RegionName
from workflows.organisation.offices import open_offices


def found(world: World, words: str, login: str = "citra", only: str = ""):
    return as_official(world, login).get("/cari/", {"q": words, "bagian": only}).context["found"]


def names(world: World, words: str, login: str = "citra") -> list[str]:
    return [found.name for found in found(world, words, login).regions]


@pytest.mark.parametrize("typed", ["100 TAHUN 2024", "0100/tahun/2024", "SK Nomor: 100-2024", "no. 100", "100"])
def test_a_number_is_found_however_it_is_written(world: World, designated: Decree, typed: str) -> None:
    [number] = found(world, typed).numbers
    assert (number.file_id, number.readable) == (designated.pk, True)


def test_another_number_is_not_found(world: World, designated: Decree) -> None:
    assert not found(world, "10 TAHUN 2024").numbers
    assert not found(world, "100 TAHUN 2025").numbers


def test_a_village_is_found_by_its_name_of_today_and_of_old_and_by_its_code(world: World) -> None:
    village = world.villages[0]
    RegionName.objects.filter(region=village).update(until=None, since=date(2015, 1, 1))
    RegionName.objects.create(region=village, name="Sukamakmur Lama", until=date(2015, 1, 1) - timedelta(days=1))
    assert names(world, "contoh satu") == ["Contoh Satu"]
    [former] = found(world, "sukamakmur").regions
    assert (former.pk, former.former) == (village.pk, "Sukamakmur Lama")
    assert names(world, "99.01.01.2001") == names(world, "9901012001") == ["Contoh Satu"]


def test_a_slip_of_the_pen_is_answered_with_what_was_meant(world: World) -> None:
    region(world.district, "village", "desa", "Sekincau", "99.01.01.2009")
    page = as_official(world, "citra").get("/cari/?q=Sekinau").content.decode()
    assert "Tidak ada hasil untuk “Sekinau”. Maksud Anda “Sekincau”?" in page
    assert 'href="?q=Sekincau"' in page


def test_people_and_offices_are_found_with_what_they_hold(world: World) -> None:
    budi = world.by("budi").person
    assert {mandate.person for mandate in found(world, budi.name).officials} == {budi}
    camat = world.office("camat")
    assert camat in {mandate.office for mandate in found(world, camat.label).officials}


@pytest.mark.parametrize("typed", ["penetapan kampung", "menetapkan desa", "ditetapkan"])
def test_words_are_found_in_titles_and_texts_as_indonesian_stems(world: World, designated: Decree, typed: str) -> None:
    assert designated.pk in [file.pk for file in found(world, typed).files]


def test_a_draft_is_found_by_its_own_office_only(world: World) -> None:
    draft = drafted(world, subject="Rancangan Rahasia")
    assert not found(world, "rahasia").files
    at_the_desk = as_official(world, "ani", "agency").get("/cari/?q=rahasia").context["found"]
    assert [file.pk for file in at_the_desk.files] == [draft.pk]


def test_whoever_is_foreign_finds_nothing_of_ours(world: World, designated: Decree) -> None:
    there = region(world.regency.parent, "regency", "kabupaten", "Seberang", "99.02")
    open_offices(there, BEGIN)
    world.mandates.append(appointed("seberang", Office.objects.get(role="regent", region=there)))
    for words in ("100 TAHUN 2024", "contoh satu", "99.01.01", "penetapan", world.by("citra").person.name):
        answer = found(world, words, "seberang")
        assert not answer, words
        assert answer.instead in ("", "Seberang")


def test_one_kind_can_be_asked_for_alone_and_what_is_too_much_is_said(world: World) -> None:
    for number in range(10, 60):
        region(world.district, "village", "desa", f"Sukasari {number}", f"99.01.01.20{number}")
    some = found(world, "sukasari")
    assert (len(some.regions), some.more) == (8, {"regions"})
    alone = found(world, "sukasari", only="regions")
    assert (len(alone.regions), alone.more) == (50, set())


@pytest.mark.parametrize("typed", ["", " ", "%", "'", "a", "& | !", "\\", "2" * 100, "½", "٣", "(", "_", "-"])
def test_odd_questions_are_answered(world: World, designated: Decree, typed: str) -> None:
    assert as_official(world, "citra").get("/cari/", {"q": typed}).status_code == 200


def test_a_question_costs_the_same_number_of_statements_however_much_is_found(
    world: World, designated: Decree, django_assert_max_num_queries
) -> None:
    client = as_official(world, "citra")
    for number in range(10, 60):
        region(world.district, "village", "desa", f"Contoh {number}", f"99.01.01.20{number}")
    with django_assert_max_num_queries(14):
        client.get("/cari/?q=contoh")
