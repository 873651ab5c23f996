"""An activity's sasaran are those of its region, in the version that counted when its report was begun."""

from datetime import date

import pytest

from workflows.coaching.lists import AIMS, named
from workflows.core.door import perform
from workflows.core.errors import BadValues
from workflows.reports import worded as wording
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.reports.worded import worded

DAY = date(2024, 2, 17)
KUBU_RAYA = "kubu_raya@1"


@pytest.fixture
def kubu_raya(monkeypatch):
    """From now on its list counts in the villages of the world."""
    return lambda: monkeypatch.setattr(wording, "list_for", lambda which, _region: named(which, KUBU_RAYA))


def test_each_region_chooses_from_its_own_list():
    here, nation = (worded("activity", 2, name).by_key["targets"].choices or {} for name in (KUBU_RAYA, "nasional@1"))
    assert here == named(AIMS, KUBU_RAYA).for_kind()
    assert ("lingkungan" in nation, "lingkungan" in here, "pemberdayaan" in here) == (True, False, True)
    assert worded("activity", 2, KUBU_RAYA).section("all").fields[5].choices == here


def test_what_was_written_with_the_five_of_before_keeps_them():
    choices = worded("activity", 1, "").by_key["targets"].choices
    assert set(choices or {}) == {"data", "behaviour", "services", "environment", "empowerment"}


def test_a_draft_keeps_the_list_that_it_was_begun_with(world, units, drafted, kubu_raya):
    before = drafted("fitri", "activity", targets=["lingkungan"])
    kubu_raya()
    save_report(before, world.by("fitri"), figures={"targets": ["lingkungan", "perilaku"]})
    after = start_report(units.satu, "activity", DAY, world.by("fitri"))
    assert (before.aims, after.aims) == ("nasional@1", KUBU_RAYA)
    with pytest.raises(BadValues, match="Penataan|lingkungan") as bad:
        save_report(after, world.by("fitri"), figures={"targets": ["lingkungan"]})
    assert set(bad.value.fields) == {"targets"}
    assert start_report(units.satu, "progress", DAY, world.by("fitri")).aims == ""


@pytest.mark.parametrize(("kept", "aims"), [(0, "nasional@1"), (1, KUBU_RAYA)])
def test_a_merger_speaks_with_the_list_of_the_choice_that_is_kept(world, sent, kubu_raya, kept, aims):
    first = sent("fitri", "activity", targets=["lingkungan"])
    kubu_raya()
    second = sent("gita", "activity", targets=["pemberdayaan"])
    chosen = (first, second)[kept]
    perform(Report.merge, second, by=world.by("fitri"), values={"kept": {"targets": chosen.pk}})
    merged = Report.objects.get(standing=True)
    assert (merged.aims, merged.figures["targets"]) == (aims, chosen.figures["targets"])


def test_a_correction_keeps_the_list(world, sent, kubu_raya):
    report = sent("fitri", "activity", targets=["lingkungan"])
    kubu_raya()
    perform(Report.correct, report, by=world.by("fitri"), reason="Contoh.", values={"figures": {"targets": ["layanan"]}})
    assert Report.objects.get(standing=True).aims == "nasional@1"
