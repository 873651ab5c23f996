"""Figures that cannot be are named, field by field, in words that say what to do."""

import pytest

from tests.workflows.reports.figures import FIGURES, NATIONAL, POPULATION, PROFILE, PROGRESS
from workflows.reports.checking import faults, misfits


def wrong(form, known=None, without=(), **changes):
    figures = {key: value for key, value in (FIGURES[form] | changes).items() if key not in without}
    return faults(NATIONAL[form], figures, known or {})


@pytest.mark.parametrize("form", list(FIGURES))
def test_what_a_village_tells_completely_passes(form):
    assert wrong(form, POPULATION) == {}


@pytest.mark.parametrize(
    ("form", "field", "value"),
    [
        ("progress", "users", -1), ("progress", "users", 3.5), ("progress", "users", "60"), ("progress", "users", True),
        ("progress", "users", 10_000_000), ("progress", "moons", 3), ("profile", "pokja", 1), ("profile", "pokja", "ya"),
        ("profile", "groups", "bkb"), ("profile", "groups", ["bkb", "bkb"]), ("profile", "groups", ["choir"]),
        ("profile", "planning_meeting_every", "day"), ("profile", "planning_meeting_every", ["week"]),
        ("activity", "title", " "), ("activity", "title", "x" * 501), ("activity", "title", 7),
        ("activity", "title", "Kunjungan ke 3201 0101 0101 0001"), ("activity", "sectors", [""]),
        ("activity", "sectors", ["3201010101010001"]),
    ],
)  # fmt: skip
def test_a_value_that_no_draft_can_hold_is_named(form, field, value):
    assert set(misfits(NATIONAL[form], {field: value})) == {field}
    assert set(wrong(form, **{field: value})) == {field}


def test_sectors_and_sources_of_funds_differ_from_place_to_place():
    assert wrong("activity", sectors=["health", "Contoh Dinas Perikanan"]) == {}
    assert wrong("profile", funding_sources=["Contoh Yayasan"]) == {}


def test_what_is_needed_and_missing_is_named_by_its_label():
    assert wrong("progress", without=["iud"]) == {"iud": "Peserta IUD wajib diisi."}
    assert wrong("activity", without=["description", "participants"]) == {}


@pytest.mark.parametrize("field", ["pokja_decree", "pokja_members", "pokja_trained"])
def test_of_a_pokja_decree_members_and_training_are_told(field):
    assert set(wrong("profile", without=[field])) == {field}


def test_where_there_is_no_pokja_there_are_no_members():
    none = {"pokja": False, "pokja_decree": False, "pokja_members": 0, "pokja_trained": False}
    assert wrong("profile", **none) == {}
    assert wrong("profile", **none, without=["pokja_decree", "pokja_members", "pokja_trained"]) == {}
    assert set(wrong("profile", **none | {"pokja_members": 3})) == {"pokja_members"}


def test_without_a_field_officer_somebody_else_guides():
    assert set(wrong("profile", pkb_companion=False)) == {"guided_by"}
    assert wrong("profile", pkb_companion=False, guided_by="Contoh kader PPKBD") == {}


def test_a_regulation_is_of_some_sort():
    assert set(wrong("profile", regulations=[])) == {"regulations"}
    assert wrong("profile", regulation=False, without=["regulations"]) == {}


def test_a_mechanism_that_is_used_has_a_rhythm():
    assert set(wrong("profile", mechanisms=["planning_meeting", "outreach"])) == {"outreach_every"}
    assert set(wrong("profile", mechanisms=[])) == {"planning_meeting_every"}


@pytest.mark.parametrize(
    ("form", "field", "value", "of"),
    [("population", "families_with_elderly", 301, "300 (Jumlah keluarga)"),
     ("progress", "bkb_participants", 81, "80 (keluarga dengan balita)"),
     ("progress", "pik_r_participants", 201, "200 (jumlah remaja)")],
)  # fmt: skip
def test_no_share_is_above_a_hundred_per_cent_and_the_denominator_is_named(form, field, value, of):
    found = wrong(form, POPULATION, **{field: value})
    assert set(found) == {field}
    assert of in found[field]


def test_a_share_of_exactly_all_passes():
    assert wrong("progress", POPULATION, bkb_participants=80) == {}


def test_a_share_of_what_nobody_has_reported_is_not_judged():
    assert wrong("progress", {}, bkb_participants=5000) == {}


def test_users_are_the_sum_of_their_methods():
    found = wrong("progress", users=61)
    assert set(found) == {"users"}
    assert "60" in found["users"]


def test_users_and_non_users_together_are_not_more_than_the_couples():
    assert wrong("progress", POPULATION, pregnant=19) == {}
    assert "105" in wrong("progress", POPULATION, pregnant=24)["users"]
    assert set(wrong("population", aged_0_4=81)) == {"aged_0_4"}


def test_all_that_is_wrong_is_told_at_once():
    figures = PROGRESS | {"bkb_participants": 81, "users": 61}
    del figures["pill"]
    assert set(faults(NATIONAL["progress"], figures, POPULATION)) == {"bkb_participants", "pill"}
    assert set(wrong("profile", pkb_companion=False, regulations=[], without=["pokja_members"])) == {
        "guided_by", "regulations", "pokja_members"
    }  # fmt: skip
    assert PROFILE["pkb_companion"]
