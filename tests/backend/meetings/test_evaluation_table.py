"""What the rakor works through: of each Kampung KB its classes, what is not there yet and whose turn it is, what it needs."""

import pytest

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_rakors import page
from tests.evaluation_world import known
from tests.rakor_world import RakorWorld
from workflows.coaching.models import Need
from workflows.coaching.needs import note_need
from workflows.core.door import perform
from workflows.evaluations import computing
from workflows.evaluations.facts import Facts


def test_what_is_missing_is_named_with_whose_turn_it_is(
    world: RakorWorld, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    rakor = world.held(world.round_at_rakor())
    need = note_need(world.units[2], world.ani, what="Alat peraga posyandu", aim="lingkungan")
    asked = {"office": world.health.pk, "due_on": "2024-04-30"}
    perform(Need.entrust, need, by=world.by("hadi"), values=asked)
    monkeypatch.setattr(computing, "facts_on", known(Facts()))
    shown = enter(world.ani).get(page(rakor, "rakor-evaluations")).content.decode()
    accepted, waiting = (row for row in shown.split("<tr>") if "Contoh Satu" in row or "Contoh Tiga" in row)
    assert "menunggu" not in accepted
    assert "Berkembang" in accepted
    assert "menunggu Lurah Contoh Tiga" in waiting
    assert "18 data belum dilaporkan desa" in waiting
    assert "<li>sumber dana</li>" in waiting
    assert "Laporan bulanan: Januari, Februari" in waiting
    assert "Alat peraga posyandu" in waiting
    assert "Dinas Kesehatan Contoh" in waiting


@pytest.mark.parametrize(("asked", "first", "how"), [
    ("", "Satu", "ascending"), ("-desa", "Tiga", "descending"), ("hitungan", "Tiga", "ascending"),
    ("-hitungan", "Dua", "descending"), ("-keputusan", "Dua", "descending"), ("-kebutuhan", "Tiga", "descending"),
    ("lalu", "Satu", "ascending"), ("-lalu", "Satu", "descending"), ("x'", "Satu", "ascending"),
])  # fmt: skip
def test_a_heading_sorts_by_its_column_and_says_so(
    world: RakorWorld, enter: Enter, asked: str, first: str, how: str
) -> None:
    rakor = world.held(world.round_at_rakor())
    world.resolve(rakor, "confirm_class", villages=[world.units[1].pk])
    need = note_need(world.units[2], world.ani, what="Alat peraga posyandu", aim="lingkungan")
    perform(Need.entrust, need, by=world.by("hadi"), values={"office": world.health.pk, "due_on": "2024-04-30"})
    shown = enter(world.ani).get(page(rakor, "rakor-evaluations"), {"urut": asked}).content.decode()
    assert f"Contoh {first}" in shown.partition("<tbody>")[2].partition("</tr>")[0]
    [sorted_by] = [part for part in shown.partition("</thead>")[0].split("<th ") if "aria-sort" in part]
    assert f'aria-sort="{how}"' in sorted_by
    column = asked.lstrip("-") if asked != "x'" else ""
    other_way = ("" if how == "descending" else "-") + (column or "desa")
    assert f'href="?urut={other_way}"' in sorted_by
