"""The agency plans, opens, watches and closes a round; late entries, reopening; the page of the instrument."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from backend.rounds.board import Board
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import WAY, EvaluationWorld, build_evaluation_world
from tests.workflows.evaluations.vectors import V2, V3
from tests.world import BEGIN, on_day
from workflows.core.door import perform
from workflows.core.models import JournalEntry
from workflows.evaluations.days import IN_ORDER, usual_days
from workflows.evaluations.models import Evaluation, Instrument, Round, YearlyClass


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def do(client: Client, subject: Any, kind: str, name: str, **typed: Any) -> Any:
    """Send the form of an act as the page of a file offers it."""
    offers = client.get(f"/{kind}/{subject.pk}/").context["offers"]
    form = next(one.form for one in offers if one.name == name)
    return client.post(f"/{kind}/{subject.pk}/{name}/", offered(form) | typed)


def offered(form: Any) -> dict[str, Any]:
    """The fields of a form as they stand on the page."""
    return {field.html_name: "" if field.value() is None else field.value() for field in form}


@pytest.fixture
def this(world: EvaluationWorld) -> Round:
    return Round.objects.get()


# --- planning


@pytest.fixture
def before(db: None, figures: Any) -> EvaluationWorld:
    """Before any round."""
    return build_evaluation_world()


def test_the_usual_days_follow_each_other_in_any_year() -> None:
    for today in (date(2024, 3, 4), date(2024, 12, 31)):
        days = usual_days(2024, today)
        assert [days[name] for name in IN_ORDER] == sorted(days[name] for name in IN_ORDER)
    assert usual_days(2024, date(2024, 3, 4))["opens_on"] == date(2024, 10, 1)
    assert usual_days(2024, date(2024, 12, 31))["opens_on"] == date(2024, 12, 31)


def test_the_agency_plans_a_round_and_sees_who_would_take_part(before: EvaluationWorld) -> None:
    before.decreed(units=before.units[:2])
    ani = as_official(before, "ani", "agency")
    form = ani.get("/putaran/baru/").context["form"]
    typed = offered(form) | {"cutoff_on": "2024-03-01"}
    typed |= {"instrument": Instrument.objects.get().pk, "questionnaire": form.fields["questionnaire"].queryset.get().pk}
    first, second = ani.post("/putaran/baru/", typed), ani.post("/putaran/baru/", typed)
    made = Round.objects.get()
    assert (first.url, second.url) == (f"/putaran/{made.pk}/",) * 2
    page = shown(ani, f"/putaran/{made.pk}/")
    assert "2 Kampung KB ikut menurut keadaan pada 1 Maret 2024" in page
    assert "Contoh Hilir</th><td>2</td>" in page
    assert "Berlaku" not in ani.get(f"/putaran/{made.pk}/jadwal/").content.decode()


def test_days_in_disorder_are_named_at_their_field(before: EvaluationWorld) -> None:
    hadi, this = as_official(before, "hadi"), before.planned()
    form = hadi.get(f"/putaran/{this.pk}/jadwal/").context["form"]
    typed = offered(form)
    answer = hadi.post(f"/putaran/{this.pk}/jadwal/", typed | {"answers_by": "2024-01-01"})
    assert (answer.status_code, "answers_by" in answer.context["form"].errors) == (422, True)
    assert hadi.post(f"/putaran/{this.pk}/jadwal/", typed | {"meets_by": "2024-06-01"}).status_code == 302
    assert Round.objects.get().meets_by == date(2024, 6, 1)


def test_a_year_that_has_its_round_is_said_at_the_year(before: EvaluationWorld) -> None:
    before.planned()
    ani = as_official(before, "ani", "agency")
    form = ani.get("/putaran/baru/").context["form"]
    typed = offered(form)
    typed |= {"instrument": Instrument.objects.get().pk, "questionnaire": form.fields["questionnaire"].queryset.get().pk}
    assert "year" in ani.post("/putaran/baru/", typed).context["form"].errors


def test_nobody_else_plans(before: EvaluationWorld) -> None:
    budi = as_official(before, "budi", "camat")
    assert "Rencanakan" not in shown(budi, "/putaran/")
    for answer in (budi.get("/putaran/baru/"), budi.post("/putaran/baru/", {"year": 2024})):
        assert answer.status_code == 403
        assert "Yang dapat: OPD KB kabupaten/kota." in answer.content.decode()
        assert "form" not in answer.context
    assert not Round.objects.exists()


def test_the_official_opens_it(before: EvaluationWorld) -> None:
    before.decreed()
    this, hadi = before.planned(), as_official(before, "hadi")
    assert "belum dapat dilakukan" not in shown(hadi, f"/putaran/{this.pk}/")
    do(hadi, this, "putaran", "open")
    assert (Round.objects.get().state, Evaluation.objects.count()) == ("open", 3)


# --- the board


def test_the_board_counts_by_kecamatan_and_says_who_has_it(world: EvaluationWorld, this: Round) -> None:
    world.handed_in_evaluation(1)
    on_day(date(2024, 3, 20))
    page = as_official(world, "hadi").get(f"/putaran/{this.pk}/")
    [row] = page.context["rows"]
    assert (row.name, row.total, row.counts, row.late) == ("Contoh Hilir", 3, {"draft": 2, "submitted": 1}, 2)
    assert {(one.role, one.waiting, one.late) for one in page.context["board"].stations} == {("village_head", 2, 2), ("pkb", 1, 0)}


def test_what_was_returned_waits_at_the_village_until_the_day_it_was_given(world: EvaluationWorld, this: Round) -> None:
    world.send_back(world.handed_in_evaluation(1), "pkb", "gita", values={"fix_by": "2024-03-18"})
    hadi = as_official(world, "hadi")
    assert {(one.role, one.waiting, one.late) for one in hadi.get(f"/putaran/{this.pk}/").context["board"].stations} == {
        ("village_head", 3, 0),
    }  # fmt: skip
    on_day(date(2024, 3, 19))
    listed = shown(hadi, f"/putaran/{this.pk}/desa/?lewat=1")
    assert f"Menunggu {world.evaluation(1).file.office.label} · lewat tenggat 1 hari" in listed


def test_what_was_returned_twice_or_opened_again_waits_once(world: EvaluationWorld, this: Round) -> None:
    evaluation = world.handed_in_evaluation(1)
    for _twice in range(2):
        world.send_back(evaluation, "pkb", "gita", values={"fix_by": "2024-03-18"})
        perform(Evaluation.resubmit, world.evaluation(1), by=world.staff(1))
    world.send_back(evaluation, "pkb", "gita", values={"fix_by": "2024-03-18"})
    assert waiting(world, this) == [("village_head", 3)]
    perform(Evaluation.resubmit, world.evaluation(1), by=world.staff(1))
    for role, login in WAY:
        world.approve(evaluation, role, login)
    perform(Evaluation.reopen, world.evaluation(1), by=world.by("hadi"), values={"until": "2024-03-20"}, reason="Contoh alasan.")
    assert waiting(world, this) == [("village_head", 3)]


def waiting(world: EvaluationWorld, this: Round) -> list[tuple[str, int]]:
    return [(one.role, one.waiting) for one in Board(this, [world.by("hadi")], BEGIN).stations]


@pytest.mark.parametrize(
    ("asked", "n"), [("", 3), ("keadaan=submitted", 1), ("lewat=1", 2), ("kecamatan=x&keadaan=y", 3), ("kecamatan=99999", 0)]
)
def test_its_numbers_lead_to_the_villages(world: EvaluationWorld, this: Round, asked: str, n: int) -> None:
    world.handed_in_evaluation(1)
    on_day(date(2024, 3, 20))
    page = as_official(world, "hadi").get(f"/putaran/{this.pk}/desa/?{asked}")
    assert len(page.context["evaluations"]) == n


def test_a_village_sees_the_round_and_of_it_only_its_own(world: EvaluationWorld, this: Round) -> None:
    page = as_official(world, "eko").get(f"/putaran/{this.pk}/desa/")
    assert [one.kampung for one in page.context["evaluations"]] == [world.units[1]]
    assert "Tutup pengisian" not in shown(as_official(world, "eko"), f"/putaran/{this.pk}/")


def test_days_are_put_off_with_a_reason(world: EvaluationWorld, this: Round) -> None:
    hadi = as_official(world, "hadi")
    assert do(hadi, this, "putaran", "reschedule", answers_by="2024-03-20", reason="").status_code == 422
    assert do(hadi, this, "putaran", "reschedule", answers_by="2024-03-20", reason="x" * 5001).status_code == 422
    assert do(hadi, this, "putaran", "reschedule", answers_by="2024-03-20", reason="Banjir.").status_code == 302
    assert Round.objects.get().answers_by == date(2024, 3, 20)


def test_late_ones_are_let_in_and_accepted_ones_opened_again(world: EvaluationWorld, this: Round) -> None:
    hadi, accepted = as_official(world, "hadi"), world.accepted(0)
    do(hadi, this, "putaran", "close_answers")
    do(hadi, world.evaluation(1), "evaluasi", "admit_late", until="2024-03-20", reason="Banjir.")
    assert world.evaluation(1).late_until == date(2024, 3, 20)
    do(hadi, accepted, "evaluasi", "reopen", until="2024-03-20", reason="Foto keliru.")
    assert world.evaluation(0).state == "returned"


def test_what_computing_again_would_change_is_told(world: EvaluationWorld, this: Round, figures: Any) -> None:
    world.accepted(0)
    hadi = as_official(world, "hadi")
    assert "Semua sama dengan yang dibekukan" in shown(hadi, f"/putaran/{this.pk}/berubah/")
    figures(V3, V2)
    page = shown(hadi, f"/putaran/{this.pk}/berubah/")
    assert "Berkembang → Berkelanjutan" in page
    assert "peserta IUD: 5 → 9" in page


def test_a_closed_round_leaves_its_classes_on_the_pages_of_the_villages(world: EvaluationWorld, this: Round) -> None:
    accepted = world.accepted(0)
    for act in (Round.close_answers, Round.bring_to_rakor):
        perform(act, this, by=world.by("hadi"))
    YearlyClass.objects.create(kampung=world.units[0], year=2024, evaluation=accepted, computed="berkembang", decided="mandiri",
                               reason="Contoh alasan.", entry=JournalEntry.objects.latest("pk"))  # fmt: skip
    page = shown(as_official(world, "hadi"), f"/desa/{world.units[0].pk}/")
    for words in ("Kelas tahunan", "Mandiri", "(hitungan: Berkembang)", "Contoh alasan.", "kampung_kb_2024 v1",
                  Instrument.objects.get().sha256[:12]):  # fmt: skip
        assert words in page


# --- the instrument


def test_anybody_reads_how_classes_come_about(db: None, before: EvaluationWorld) -> None:
    page = shown(Client(), f"/instrumen/{Instrument.objects.get().pk}/")
    hashed = Instrument.objects.get().sha256
    for words in ("UNVERIFIED", "Skor 4: 5 sumber atau lebih", "Berkelanjutan", "kampung_kb_2024 v1", hashed):
        assert words in page
    assert Client().get("/instrumen/999999/").status_code == 404
