"""Events: planned in stages, with a list that fits the room, held, reported; in calendars too."""

from datetime import date
from typing import Any

from django.test import Client
from icalendar import Calendar

from tests.backend.pages.decrees import as_official
from tests.coaching_world import CoachingWorld
from workflows.coaching.inventory import standing_list
from workflows.coaching.models import Event, Series


def planned(client: Client, world: CoachingWorld, **more: Any) -> Any:
    typed = {"key": "sekali", "kind": "bimtek", "title": "Bimtek pengelola", "planned_on": "2024-03-04", "place": "Aula Contoh",
             "capacity": 50, "regions": [world.district.pk]}  # fmt: skip
    return client.post("/pembinaan/kegiatan/baru/", typed | more)


def listed(client: Client, event: Event, *lines: tuple[Any, ...], **more: Any) -> Any:
    page = client.get(f"/pembinaan/kegiatan/{event.pk}/peserta/")
    forms, fresh = page.context["lines"], page.context["fresh"]
    typed = {f"lines-{field.name}": field.value() for field in forms.management_form} | fresh
    for n, line in enumerate(lines):
        typed |= {f"lines-{n}-{name}": value for name, value in zip(("who", "count", "waiting"), line, strict=False)}
    return client.post(f"/pembinaan/kegiatan/{event.pk}/peserta/", typed | more)


def sent(client: Client, event: Event, act: str, **typed: Any) -> Any:
    [offer] = [offer for offer in client.get(f"/pembinaan/kegiatan/{event.pk}/").context["offers"] if offer.name == act]
    hidden = {name: offer.form[name].value() for name in ("key", "version")}
    return client.post(f"/pembinaan/kegiatan/{event.pk}/{act}/", hidden | typed)


def test_a_training_in_stages_from_plan_to_report(world: CoachingWorld) -> None:
    ani = as_official(world, "ani", "agency")
    for _click in range(2):
        planned(ani, world, new_series="Bimtek 2024")
    event, series = Event.objects.get(), Series.objects.get()
    assert (event.series, event.stage) == (series, 1)
    camat = world.office("camat")
    listed(ani, event, (camat.label, 1), ("Pengelola Kampung KB", 49, 3))
    assert [(line.office, line.element, line.count, line.waiting) for line in standing_list(event)] == [
        (camat, "", 1, 0), (None, "Pengelola Kampung KB", 49, 3),
    ]  # fmt: skip
    sent(ani, event, "record_event", held_on="2024-03-04", opened_by=world.by("dedi").pk)
    sent(ani, event, "report_event", report="Diikuti dua kecamatan.")
    event.refresh_from_db()
    assert (event.state, event.enrolled) == ("reported", 50)
    page = ani.get(f"/pembinaan/kegiatan/{event.pk}/").content.decode()
    assert "50 / 50" in page
    assert "Diikuti dua kecamatan." in page
    assert "3 menunggu" in page
    assert f"rangkaian={series.pk}&amp;tahap=2" in ani.get(f"/pembinaan/rangkaian/{series.pk}/").content.decode()


def test_a_list_that_is_too_long_is_refused_and_stays_on_the_page(world: CoachingWorld) -> None:
    event, ani = world.training(), as_official(world, "ani", "agency")
    page = listed(ani, event, ("Kader", 51))
    assert page.status_code == 422
    text = page.content.decode()
    assert "Kapasitasnya 50 peserta" in text
    assert 'value="51"' in text
    assert listed(ani, event, ("Kader 6171010101010001", 1)).status_code == 422
    assert listed(ani, event, ("Kader", "x")).status_code == 422


def test_a_line_that_is_emptied_leaves_the_list(world: CoachingWorld) -> None:
    event, ani = world.training(), as_official(world, "ani", "agency")
    listed(ani, event, ("Kader", 20), ("Pengelola", 5))
    listed(ani, event, ("", ""), ("Pengelola", 5))
    assert [line.element for line in standing_list(event)] == ["Pengelola"]


def test_a_village_sees_what_is_held_for_its_kecamatan_and_changes_nothing(world: CoachingWorld) -> None:
    event, fitri = world.training(), as_official(world, "fitri")
    assert "Bimtek pengelola" in fitri.get("/pembinaan/kegiatan/").content.decode()
    assert fitri.get(f"/pembinaan/kegiatan/{event.pk}/").context["offers"] == []
    assert fitri.get(f"/pembinaan/kegiatan/{event.pk}/peserta/").status_code == 404
    assert as_official(world, "nana").get(f"/pembinaan/kegiatan/{event.pk}/").status_code == 404


def test_events_are_narrowed_by_kind_and_kecamatan(world: CoachingWorld) -> None:
    world.training()
    hadi = as_official(world, "hadi")

    def found(query: str) -> int:
        return sum(len(events) for _month, events in hadi.get(f"/pembinaan/kegiatan/?{query}").context["months"])

    assert (found(""), found("jenis=bimtek"), found("jenis=penyuluhan"), found(f"kecamatan={world.district.pk}")) == (1, 1, 0, 1)


def test_it_goes_into_a_calendar(world: CoachingWorld) -> None:
    event = world.training()
    answer = as_official(world, "fitri").get(f"/pembinaan/kegiatan/{event.pk}/kegiatan.ics")
    [found] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (found["summary"], found["location"], found.decoded("dtstart")) == (
        "bimbingan teknis: Bimtek pengelola", "Aula Contoh", event.planned_on,
    )  # fmt: skip


def test_the_last_day_there_is_breaks_no_calendar(world: CoachingWorld) -> None:
    event = world.training(planned_on=date.max)
    assert as_official(world, "fitri").get(f"/pembinaan/kegiatan/{event.pk}/kegiatan.ics").status_code == 200


def test_what_is_wrong_with_a_plan_is_said_at_its_field(world: CoachingWorld) -> None:
    ani = as_official(world, "ani", "agency")
    assert planned(ani, world, regions=[]).status_code == 422
    assert planned(ani, world, stage=2).status_code == 422
    assert Event.objects.count() == 0
