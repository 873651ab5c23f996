from datetime import date

from backend.places.villages import roster_on
from tests.backend.pages.decrees import as_official
from tests.world import BEGIN, World
from workflows.decrees.models import Decree, Effect, Series
from workflows.villages.models import KampungKB, Pokja


def test_a_village_shows_its_facts_on_a_day(world: World, designated: Decree) -> None:
    village, citra = KampungKB.objects.first(), as_official(world, "citra")
    now = citra.get(f"/desa/{village.pk}/").content.decode()
    assert "pertama kali ditetapkan 4 Maret 2024" in now
    assert "100 TAHUN 2024" in now
    before = citra.get(f"/desa/{village.pk}/?tanggal=2024-03-03")
    assert not before.context["seen"].designated


def test_a_day_that_is_none_means_today(world: World, designated: Decree) -> None:
    village = KampungKB.objects.first()
    assert as_official(world, "citra").get(f"/desa/{village.pk}/?tanggal=kemarin").context["day"] == date(2024, 3, 4)


def test_a_launch_is_noted_once_it_was_held(world: World, designated: Decree) -> None:
    village, fitri = KampungKB.objects.get(region=world.villages[0]), as_official(world, "fitri")
    form = fitri.get(f"/desa/{village.pk}/").context["launch_form"]
    hidden = {name: form[name].value() for name in ("key", "version")}
    early = fitri.post(f"/desa/{village.pk}/pencanangan/", hidden | {"held_on": "2024-03-09", "place": "Balai desa"})
    assert "tanggal ini belum tiba" in early.content.decode()
    fitri.post(f"/desa/{village.pk}/pencanangan/", hidden | {"held_on": "2024-03-04", "place": "Balai desa"})
    assert village.launches.get().place == "Balai desa"


def test_what_lies_outside_my_territory_does_not_exist(world: World, designated: Decree) -> None:
    eko = as_official(world, "eko")
    assert eko.get(f"/desa/{KampungKB.objects.get(region=world.villages[0]).pk}/").status_code == 404
    assert eko.get(f"/wilayah/{world.regency.pk}/").status_code == 404
    assert eko.get(f"/register/{Series.objects.get().pk}/").status_code == 404


def test_the_register_shows_numbers_and_gaps(world: World, designated: Decree) -> None:
    series = Series.objects.get()
    number = series.numbers.get()
    series.numbers.create(
        file=number.file,
        year=2024,
        sequence=103,
        text="103 TAHUN 2024",
        date=number.date,
        state="void",
        reason="Salah ketik.",
    )
    page = as_official(world, "citra").get(f"/register/{series.pk}/").content.decode()
    for words in ["100 TAHUN 2024", "Salah ketik.", "101–102"]:
        assert words in page


def village_page(world: World, query: str = "", login: str = "citra"):
    return as_official(world, login).get(
        f"/desa/{KampungKB.objects.get(region=world.villages[0], scope='village').pk}/{query}"
    )


def test_the_story_of_a_village_begins_with_the_oldest_and_can_be_narrowed(world: World, designated: Decree) -> None:
    events = village_page(world).context["events"]
    assert [event.day for event in events] == sorted(event.day for event in events)
    assert {event.kind for event in events} >= {"keputusan", "jurnal"}
    only = village_page(world, "?jenis=keputusan").context["events"]
    assert {event.kind for event in only} == {"keputusan"}
    assert "100 TAHUN 2024" in only[0].words
    assert village_page(world, "?jenis=apa").context["events"] == events


def test_a_village_names_who_holds_its_offices_today(world: World, designated: Decree) -> None:
    text = village_page(world).content.decode()
    for login in ("fitri", "kartika", "gita"):
        assert world.by(login).person.full_name in text
    other = as_official(world, "citra").get(f"/desa/{KampungKB.objects.get(region=world.villages[2]).pk}/")
    assert "tidak ada pejabat" in other.content.decode()


def test_a_village_says_what_is_due_next_and_who_has_it(world: World) -> None:
    proposal = world.handed_in(0)
    [task] = village_page(world).context["next"]
    assert (task.file_id, task.office) == (proposal.pk, proposal.file.assignments.get(state="open").office)
    assert f"menunggu {task.office.label}" in village_page(world).content.decode()


def test_a_village_shows_no_draft_of_other_offices(world: World) -> None:
    world.draft(0)
    assert not village_page(world).context["proposals"]


def test_the_units_of_hamlets_lead_to_each_other(world: World, designated: Decree) -> None:
    hamlet = KampungKB.objects.create(region=world.villages[0], scope="hamlet", hamlet="RW 03", state="draft")
    assert f'href="/desa/{hamlet.pk}/"' in village_page(world).content.decode()


def test_a_roster_for_every_listed_village_is_each_ones(world: World, designated: Decree) -> None:
    village = KampungKB.objects.get(region=world.villages[0])
    appointed = [Effect(decree=designated, kampung=village, kind="appoint_pokja", since=BEGIN)]
    everybodys = Pokja.objects.create(file=designated.file)
    assert roster_on(village, appointed, BEGIN) == everybodys
    own = Pokja.objects.create(file=designated.file, kampung=village)
    assert roster_on(village, appointed, BEGIN) == own
