from django.test import Client

from tests.backend.pages.decrees import approved_up_to, as_official, drafted, handed_in
from tests.people import person
from tests.world import World, on_day
from workflows.core.door import perform
from workflows.decrees.models import Decree


def test_a_stranger_is_sent_to_log_in(world: World, client: Client) -> None:
    assert client.get("/").headers["Location"] == "/masuk/?next=/"


def test_somebody_with_several_mandates_chooses_one_first(world: World, client: Client) -> None:
    client.force_login(person("budi"))
    assert client.get("/").headers["Location"].startswith("/penugasan/")
    page = client.get("/penugasan/").content.decode()
    assert "Camat Contoh Hilir" in page
    chosen = client.post("/penugasan/", {"mandate": world.by("budi", "legal").pk, "next": "/"}, follow=True)
    assert "Anda bertindak sebagai Kepala Bagian Hukum" in chosen.content.decode()


def test_nobody_chooses_the_mandate_of_another(world: World, client: Client) -> None:
    client.force_login(person("budi"))
    assert client.post("/penugasan/", {"mandate": world.by("citra").pk}).status_code == 400


def test_after_choosing_nobody_is_led_out_of_siklus(world: World, client: Client) -> None:
    client.force_login(person("citra"))
    answer = client.post("/penugasan/", {"mandate": world.by("citra").pk, "next": "https://example.org/"})
    assert answer.headers["Location"] == "/"


def test_an_acting_official_is_told_so_on_every_page(world: World) -> None:
    page = as_official(world, "dedi").get("/").content.decode()
    assert "Anda bertindak sebagai Plh. Bupati Contoh Raya." in page


def test_the_task_stands_in_the_inbox_of_its_office_only(world: World) -> None:
    handed_in(world)
    assert "Penetapan Kampung Contoh" in as_official(world, "hadi").get("/").content.decode()
    empty = as_official(world, "citra").get("/").content.decode()
    assert "Tidak ada yang menunggu keputusan Anda." in empty


def test_a_deadline_is_said_in_words(world: World) -> None:
    decree = handed_in(world)
    hadi = as_official(world, "hadi")
    due = decree.file.assignments.get(state="open").due_on
    on_day(due)
    assert "<strong>hari ini</strong>" in hadi.get("/").content.decode()
    on_day(due.replace(day=due.day + 2))
    assert "<strong>terlambat 2 hari</strong>" in hadi.get("/").content.decode()


def test_what_my_office_has_passed_on_is_watched_and_done(world: World) -> None:
    approved_up_to(world, handed_in(world), "legal")
    hadi = as_official(world, "hadi")
    assert "Menunggu Kepala Bagian Hukum" in hadi.get("/?tab=dipantau").content.decode()
    assert "disetujui" in hadi.get("/?tab=selesai").content.decode()


def test_a_filter_that_fits_nothing_offers_the_way_back(world: World) -> None:
    handed_in(world)
    page = as_official(world, "hadi").get("/?jenis=scan").content.decode()
    assert "Tidak ada tugas yang cocok" in page


def test_a_draft_of_my_office_stands_on_the_first_page(world: World) -> None:
    world.draft()
    assert "belum diajukan" in as_official(world, "ani", "village_head").get("/").content.decode()


def test_a_cursor_that_is_none_begins_anew(world: World) -> None:
    handed_in(world)
    hadi = as_official(world, "hadi")
    for nonsense in ["x", "bnVsbA==", "WzEsMl0=", "WyJhIiwiYiJd"]:
        assert "Penetapan Kampung Contoh" in hadi.get(f"/?sesudah={nonsense}").content.decode()


def test_pages_follow_each_other_without_gap_or_double(world: World) -> None:
    for n in range(27):
        made = drafted(world, subject=f"Contoh nomor {n}", effects=[])
        perform(Decree.submit, made, by=world.by("ani", "agency"))
    hadi = as_official(world, "hadi")
    first = hadi.get("/")
    second = hadi.get(f"/?sesudah={first.context['after']}")
    seen = [task.pk for page in (first, second) for task, _day in page.context["tasks"]]
    assert len(seen) == len(set(seen)) == 27
    assert second.context["after"] is None


def test_the_inbox_costs_few_queries_whatever_its_length(world: World, django_assert_max_num_queries) -> None:
    hadi = as_official(world, "hadi")
    handed_in(world)
    with django_assert_max_num_queries(10):
        hadi.get("/")
