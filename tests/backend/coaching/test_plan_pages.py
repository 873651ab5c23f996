"""A plan made by a few clicks, its matrix, and visits that are told of with pictures and needs."""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.backend.pages.decrees import as_official
from tests.coaching_world import CoachingWorld
from tests.world import on_day
from worker.tick import run_due
from workflows.coaching.models import Need, Plan, Visit
from workflows.coaching.states import VisitState
from workflows.core.models import JournalEntry


def picture(name: str = "foto.png") -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "PNG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/png")


def hidden(client: Client, visit: Visit) -> dict[str, Any]:
    page = client.get(f"/pembinaan/kunjungan/{visit.pk}/")
    form, rows = page.context["form"], page.context["rows"]
    management = {f"needs-{name}": field.value() for name, field in ((f.name, f) for f in rows.management_form)}
    return {name: form[name].value() for name in ("key", "version")} | management


def told(world: CoachingWorld, **more: Any) -> dict[str, Any]:
    return {"held_on": "2024-03-04", "visitors": [world.office("agency").pk], "report": "Semua Pokja hadir."} | more


def test_a_plan_for_a_year_is_the_form_as_it_is_offered(world: CoachingWorld) -> None:
    world.districts(3)
    ani, hadi = as_official(world, "ani", "agency"), as_official(world, "hadi")
    form = ani.get("/pembinaan/rencana/baru/").context["form"]
    typed = {name: form[name].value() for name in ("key", "title", "begins", "months")}
    answer = ani.post("/pembinaan/rencana/baru/", typed | {"districts": form["districts"].value()})
    plan = Plan.objects.get()
    assert answer.headers["Location"] == f"/pembinaan/rencana/{plan.pk}/"
    assert (plan.months, plan.begins, plan.districts.count()) == (12, date(2024, 3, 1), 3)
    page = ani.get(f"/pembinaan/rencana/{plan.pk}/")
    assert [len(row.cells) for row in page.context["rows"]] == [12, 12, 12]
    assert "pejabatnya sendiri yang menetapkannya" in page.content.decode()

    [adopt] = hadi.get(f"/pembinaan/rencana/{plan.pk}/").context["offers"]
    hadi.post(f"/pembinaan/rencana/{plan.pk}/adopt/", {name: adopt.form[name].value() for name in ("key", "version")})
    assert Visit.objects.filter(plan=plan, state=VisitState.PLANNED).count() == 36


def test_the_matrix_says_what_is_done_missed_due_and_to_come(world: CoachingWorld) -> None:
    plan = world.adopted(months=4)
    march, april = plan.visits.order_by("month")[:2]
    gita = as_official(world, "gita")
    gita.post(f"/pembinaan/kunjungan/{march.pk}/laporan/", hidden(gita, march) | told(world))
    on_day(date(2024, 5, 4))
    run_due()
    page = as_official(world, "hadi").get(f"/pembinaan/rencana/{plan.pk}/")
    [row] = page.context["rows"]
    assert [cell.standing for cell in row.cells] == ["done", "missed", "now", "planned"]
    assert page.context["waiting"][0] == april
    assert "1 dari 4 kunjungan yang direncanakan; 2 jatuh tempo" in page.content.decode()


def test_one_form_tells_of_the_visit_with_pictures_and_needs(world: CoachingWorld) -> None:
    visit = world.adopted(months=1).visits.get()
    gita, kampung = as_official(world, "gita"), world.need().kampung
    needs = {"needs-0-village": kampung.pk, "needs-0-what": "Timbangan bayi", "needs-0-aim": "layanan"}
    typed = hidden(gita, visit) | told(world) | needs
    for _click in range(2):
        answer = gita.post(f"/pembinaan/kunjungan/{visit.pk}/laporan/", typed | {"photos": [picture(), picture("lain.png")]})
    assert answer.headers["Location"] == f"/pembinaan/kunjungan/{visit.pk}/"
    visit.refresh_from_db()
    assert (visit.state, visit.report) == ("done", "Semua Pokja hadir.")
    assert visit.photos.count() == 2
    assert [need.what for need in Need.objects.filter(visit=visit)] == ["Timbangan bayi"]
    assert JournalEntry.objects.filter(act="coaching.Visit.record_visit").count() == 1
    page = gita.get(f"/pembinaan/kunjungan/{visit.pk}/").content.decode()
    assert "Timbangan bayi" in page
    assert "/kecil/" in page


def test_nothing_is_on_record_while_a_part_of_the_form_is_wrong(world: CoachingWorld) -> None:
    visit, gita = world.adopted(months=1).visits.get(), as_official(world, "gita")
    no_picture = {"photos": SimpleUploadedFile("a.png", b"x")}
    faults: list[dict[str, Any]] = [{"needs-0-what": "Timbangan"}, {"held_on": "2024-03-05"}, {"visitors": []}, no_picture]
    for wrong in faults:
        page = gita.post(f"/pembinaan/kunjungan/{visit.pk}/laporan/", hidden(gita, visit) | told(world) | wrong)
        assert page.status_code == 422, wrong
        assert "Semua Pokja hadir." in page.content.decode()
    visit.refresh_from_db()
    assert (visit.state, Need.objects.count(), visit.photos.count()) == ("planned", 0, 0)


def test_pictures_come_later_by_who_coaches_there_only(world: CoachingWorld) -> None:
    visit = world.adopted(months=1).visits.get()
    gita, indra = as_official(world, "gita"), as_official(world, "indra")
    gita.post(f"/pembinaan/kunjungan/{visit.pk}/laporan/", hidden(gita, visit) | told(world))
    assert gita.post(f"/pembinaan/kunjungan/{visit.pk}/foto/", {"photos": picture()}).status_code == 302
    assert indra.post(f"/pembinaan/kunjungan/{visit.pk}/foto/", {"photos": picture("lain.png")}).status_code == 404
    assert visit.photos.count() == 1
    assert gita.post(f"/pembinaan/kunjungan/{visit.pk}/foto/", {}).status_code == 422


def test_a_visit_is_left_out_with_a_reason_by_who_planned_it(world: CoachingWorld) -> None:
    visit = world.adopted(months=1).visits.get()
    hadi, gita = as_official(world, "hadi"), as_official(world, "gita")
    assert gita.get(f"/pembinaan/kunjungan/{visit.pk}/").context["offers"] == []
    [offer] = hadi.get(f"/pembinaan/kunjungan/{visit.pk}/").context["offers"]
    hidden_ones = {name: offer.form[name].value() for name in ("key", "version")}
    hadi.post(f"/pembinaan/kunjungan/{visit.pk}/excuse/", hidden_ones | {"reason": "Banjir."})
    visit.refresh_from_db()
    assert visit.state == "excused"


def test_who_only_reads_finds_no_form(world: CoachingWorld) -> None:
    visit = world.adopted(months=1).visits.get()
    indra = as_official(world, "indra")
    page = indra.get(f"/pembinaan/kunjungan/{visit.pk}/")
    assert (page.status_code, page.context["form"]) == (200, None)
    assert indra.get("/pembinaan/rencana/baru/").status_code == 404
