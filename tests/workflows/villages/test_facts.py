"""The facts about villages on a date come from the effects of decrees; the stage comes from the facts."""

from datetime import date

import pytest

from workflows.core.door import perform
from workflows.routes.models import Assignment
from workflows.villages.coverage import coverage
from workflows.villages.models import KampungKB

D2019, D2021, D2023 = date(2019, 5, 1), date(2021, 5, 1), date(2023, 5, 1)


def stage(unit, on):
    return KampungKB.objects.stage_on(on).get(pk=unit.pk).stage


def facts(unit, on):
    row = KampungKB.objects.facts_on(on).get(pk=unit.pk)
    return {name for name in ("village_decree", "designated", "pokja", "suspended", "launched") if getattr(row, name)}


def test_a_fact_holds_from_its_first_day_through_its_last(units, decreed):
    decreed(units.satu, "designate", D2019, until=D2021)
    assert facts(units.satu, date(2019, 4, 30)) == set()
    assert facts(units.satu, D2019) == facts(units.satu, D2021) == {"designated"}
    assert facts(units.satu, date(2021, 5, 2)) == set()


def test_facts_are_independent_of_each_other(world, units, decreed):
    decreed(units.satu, "appoint_pokja", D2019)
    perform(KampungKB.launch, units.satu, by=world.by("fitri"), values={"held_on": "2018-02-01", "place": "Balai"})
    assert facts(units.satu, D2019) == {"pokja", "launched"}
    assert facts(units.satu, date(2018, 2, 1)) == {"launched"}
    decreed(units.dua, "form", D2019)
    assert facts(units.dua, D2019) == {"village_decree"}


def test_the_first_designation_is_never_overwritten(units, decreed):
    decreed(units.satu, "designate", D2023)
    decreed(units.satu, "designate", D2019, until=D2021)
    first = KampungKB.objects.with_first_designation().in_bulk()
    assert (first[units.satu.pk].first_designated_on, first[units.dua.pk].first_designated_on) == (D2019, None)


def test_the_stage_of_every_year(units, decreed):
    decreed(units.satu, "designate", D2019, until=date(2024, 1, 31))
    decreed(units.satu, "appoint_pokja", D2021, until=date(2022, 4, 30))
    decreed(units.satu, "suspend", D2023, until=date(2023, 12, 31))
    seen = [stage(units.satu, on) for on in (date(2018, 1, 1), D2019, D2021, date(2022, 5, 1), D2023, date(2024, 1, 1))]
    assert seen == ["draft", "designated", "active", "dormant", "suspended", "dormant"]
    assert stage(units.satu, date(2024, 2, 1)) == "revoked"


def test_before_a_designation_the_journal_tells_the_stage(world, units):
    proposal = world.handed_in()
    assert stage(proposal.kampung, units.today) == "draft"
    world.approve(proposal, "village_head", "fitri")
    assert stage(proposal.kampung, units.today) == "proposed"
    assert stage(proposal.kampung, date(2024, 3, 3)) == "draft"
    world.perform(Assignment.reject, world.task(proposal, "camat"), "budi", reason="Belum siap.")
    assert stage(proposal.kampung, units.today) == "rejected"


def test_a_designation_outweighs_a_rejected_proposal(world, units, decreed):
    proposal = world.handed_in()
    world.perform(Assignment.reject, world.task(proposal, "village_head"), "fitri", reason="Belum siap.")
    decreed(proposal.kampung, "designate", units.today)
    assert stage(proposal.kampung, units.today) == "designated"


def test_a_revoked_village_that_proposes_itself_again_is_proposed(world, units, decreed):
    decreed(units.satu, "designate", D2019, until=D2023)
    world.approve(world.handed_in(), "village_head", "fitri")
    assert stage(units.satu, units.today) == "proposed"


def test_coverage_names_its_denominator(world, units, decreed):
    for unit in (units.satu, units.hamlet, units.kelurahan):
        decreed(unit, "designate", D2023)
    found = {name: coverage(world.regency, units.today, name) for name in ("desa", "kelurahan", "semua")}
    assert {name: (c.designated, c.villages) for name, c in found.items()} == {
        "desa": (1, 2), "kelurahan": (1, 1), "semua": (2, 3)
    }  # fmt: skip
    assert (found["desa"].share, found["desa"].denominator) == (0.5, "desa")
    assert coverage(world.regency, D2019).designated == 0


def test_a_village_that_was_closed_is_not_counted(world, units):
    world.villages[1].closed_on = D2021
    world.villages[1].save()
    assert coverage(world.district, date(2021, 4, 30), "desa").villages == 2
    assert coverage(world.district, D2021, "desa").villages == 1


def test_nothing_to_divide_by_gives_no_share(world):
    assert coverage(world.villages[0], D2023, "kelurahan").share is None


def test_an_unknown_denominator_is_an_error(world):
    with pytest.raises(KeyError):
        coverage(world.regency, D2023, "rw")


def test_designated_units_may_enter_the_village_contest(units, decreed):
    decreed(units.satu, "designate", D2019)
    decreed(units.dua, "designate", D2019)
    decreed(units.dua, "suspend", D2023)
    assert list(KampungKB.objects.eligible_for_village_contest(units.today)) == [units.satu]
