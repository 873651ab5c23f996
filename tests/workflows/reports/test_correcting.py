"""A wrong figure is corrected by a new report; the former one stays to be read."""

from datetime import date

import pytest

from workflows.core.door import perform
from workflows.core.errors import BadValues, Refused
from workflows.reports.models import Report


def correct(world, report, login="fitri", reason="Salah ketik.", **values):
    return perform(Report.correct, report, by=world.by(login), reason=reason, values=values)


def test_the_corrected_report_stands_and_the_former_one_is_kept_as_it_was(world, units, sent):
    former = sent("gita", reported_by="Contoh Ketua", reported_on="2024-03-01")
    figures = dict(former.figures)
    entry = correct(world, former, figures={"users": 61, "iud": 6}, sources={"iud": "Kartu contoh"})
    former.refresh_from_db()
    assert (former.state, former.standing, former.figures) == ("replaced", False, figures)
    new = former.replaced_by
    assert (new.state, new.standing, new.figures) == ("sent", True, figures | {"users": 61, "iud": 6})
    assert (new.reporter.username, new.reported_on, new.first_reported_on) == ("fitri", units.today, date(2024, 3, 1))
    assert (new.told_from["iud"], entry.reason) == ("Kartu contoh", "Salah ketik.")


def test_what_a_corrected_answer_leaves_no_room_for_goes(world, sent):
    former = sent("fitri", "profile", day=date(2024, 1, 1))
    correct(world, former, figures={"regulation": False})
    assert "regulations" not in Report.objects.get(standing=True).figures
    with pytest.raises(BadValues) as bad:
        correct(world, Report.objects.get(standing=True), figures={"pokja": False, "pokja_members": 3})
    assert set(bad.value.fields) == {"pokja_members"}


@pytest.mark.parametrize("figures", [{"users": 61}, {"moons": 1}, {"users": -1}, {"iud": None}])
def test_a_correction_that_cannot_be_changes_nothing(world, sent, figures):
    report = sent("fitri")
    with pytest.raises(BadValues):
        correct(world, report, figures=figures)
    assert list(Report.objects.values_list("state", "standing")) == [("sent", True)]


def test_a_correction_changes_something_and_says_why(world, sent):
    report = sent("fitri")
    with pytest.raises(BadValues, match="Tidak ada angka yang berubah"):
        correct(world, report, figures={"users": 60})
    with pytest.raises(Refused, match="alasannya"):
        correct(world, report, reason=" ", figures={"users": 61, "iud": 6})


def test_strangers_correct_nothing(world, sent):
    with pytest.raises(Refused, match="Contoh Satu"):
        correct(world, sent("fitri"), login="eko", figures={"users": 61, "iud": 6})


def test_a_report_in_conflict_is_merged_first(world, sent):
    sent("fitri")
    with pytest.raises(Refused, match="gabungkan"):
        correct(world, sent("gita"), figures={"users": 61, "iud": 6})


def test_an_activity_does_not_take_the_name_of_another(world, sent):
    day = date(2024, 2, 17)
    sent("fitri", "activity", day=day)
    other = sent("kartika", "activity", day=day, title="Contoh senam")
    with pytest.raises(BadValues) as bad:
        correct(world, other, figures={"title": "Contoh Penyuluhan"})
    assert set(bad.value.fields) == {"title"}
