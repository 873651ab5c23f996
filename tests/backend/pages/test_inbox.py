from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.backend.pages.decrees import approved_up_to, as_official, drafted, handed_in
from tests.people import person
from tests.world import World, on_day
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment


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
    assert "<strong>lewat tenggat 2 hari</strong>" in hadi.get("/").content.decode()


def test_what_my_office_has_passed_on_is_watched_and_done(world: World) -> None:
    approved_up_to(world, handed_in(world), "assistant")
    budi = as_official(world, "budi", "legal")
    assert "Menunggu Asisten" in budi.get("/?tab=dipantau").content.decode()
    assert "disetujui" in budi.get("/?tab=selesai").content.decode()
    hadi = as_official(world, "hadi")
    assert "Menunggu Asisten" in hadi.get("/?tab=diajukan").content.decode()
    assert "Menunggu Asisten" not in hadi.get("/?tab=dipantau").content.decode()


def test_a_filter_that_fits_nothing_offers_the_way_back(world: World) -> None:
    handed_in(world)
    page = as_official(world, "hadi").get("/?jenis=scan").content.decode()
    assert "Tidak ada tugas yang cocok" in page


def test_a_draft_of_my_office_stands_with_what_it_hands_in(world: World) -> None:
    world.draft()
    ani = as_official(world, "ani", "village_head")
    assert "1 konsep belum diajukan" in ani.get("/").content.decode()
    assert "Naskah kantor Anda" in ani.get("/?tab=diajukan").content.decode()


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
    seen = [row["task"].pk for page in (first, second) for row in page.context["rows"]]
    assert len(seen) == len(set(seen)) == 27
    assert second.context["after"] is None


def test_the_inbox_costs_few_queries_whatever_its_length(world: World) -> None:
    hadi, queries = as_official(world, "hadi"), []
    for n in range(2):
        for _more in range(1 + 5 * n):
            handed_in(world, effects=[])
        with CaptureQueriesContext(connection) as made:
            hadi.get("/")
        queries.append(len(made))
    assert queries[0] == queries[1] <= 14


def test_the_counts_agree_with_the_lists(world: World) -> None:
    for _n in range(2):
        approved_up_to(world, handed_in(world, effects=[]), "legal")
    handed_in(world, effects=[])
    hadi = as_official(world, "hadi")
    for tab, n in [("keputusan", 1), ("diajukan", 2), ("dipantau", 0), ("selesai", 2)]:
        page = hadi.get(f"/?tab={tab}").context
        assert (len(page["rows"]), {name: count for name, _label, count in page["tabs"]}[tab]) == (n, n)


def test_what_i_put_off_until_the_morning_is_hidden_from_me_alone(world: World) -> None:
    decree = handed_in(world)
    task = decree.file.assignments.get(state="open")
    world.appoint("dedi", world.office("agency"), "plh")
    hadi, dedi, citra = as_official(world, "hadi"), as_official(world, "dedi", "agency"), as_official(world, "citra")
    page = hadi.post(f"/tugas/{task.pk}/besok/", follow=True)
    assert page.context["rows"] == []
    assert "07.30" in page.content.decode()
    assert [row["task"].pk for row in hadi.get("/?dijadwalkan=1").context["rows"]] == [task.pk]
    assert "Dijadwalkan Contoh Hadi" in dedi.get("/").content.decode()
    assert citra.post(f"/tugas/{task.pk}/besok/").status_code == 404
    assert Assignment.objects.get(pk=task.pk).version == task.version
    hadi.post(f"/tugas/{task.pk}/besok/", {"kembalikan": "1"})
    assert len(hadi.get("/").context["rows"]) == 1


def test_an_empty_list_says_what_was_decided_and_when_the_next_is_due(world: World) -> None:
    approved_up_to(world, handed_in(world), "legal")
    hadi = as_official(world, "hadi").get("/").content.decode()
    assert "Keputusan terakhir" in hadi
    assert "Berikutnya diperkirakan" in as_official(world, "citra").get("/").content.decode()


def test_the_list_is_narrowed_to_what_is_late_and_to_a_place(world: World) -> None:
    decree = handed_in(world)
    budi = as_official(world, "budi", "camat")
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    on_day(world.task(proposal, "camat").due_on)
    assert "Tidak ada tugas yang cocok" in budi.get("/?lewat=on").content.decode()
    here, there = (f"/?tempat={village.pk}" for village in world.villages[:2])
    assert len(budi.get(here).context["rows"]) == 1
    assert budi.get(there).context["rows"] == []
    assert len(budi.get(f"/?tempat={world.regency.pk}").context["rows"]) == 1, "what is not his to choose is left out"
    on_day(decree.file.assignments.get(state="open").due_on.replace(day=28))
    assert len(budi.get("/?lewat=on").context["rows"]) == 1


def test_the_open_page_hears_of_newcomers_and_else_of_nothing(world: World) -> None:
    hadi = as_official(world, "hadi")
    mark = hadi.get("/").context["mark"]
    first = hadi.get(f"/tugas/segar/?sejak={mark}")
    assert "tugas baru" not in first.content.decode()
    again = hadi.get(f"/tugas/segar/?sejak={mark}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    handed_in(world)
    news = hadi.get(f"/tugas/segar/?sejak={mark}", headers={"If-None-Match": first.headers["ETag"]})
    assert "1 tugas baru" in news.content.decode()
    for nonsense in ("x", "-1", "9" * 30, ""):
        assert "tugas baru" not in hadi.get("/tugas/segar/", {"sejak": nonsense}).content.decode()
