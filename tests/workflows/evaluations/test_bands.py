"""Every edge of every band, and what the next band needs."""

from dataclasses import replace

import pytest

from tests.workflows.evaluations.vectors import GROUPS, MECHANISMS, V1, V2, instrument
from workflows.evaluations.classifying import classify

USED = instrument()
DATA = ("family_data", "routine_data", "village_potential", "sector_data", "other")


def some(names, number):
    return frozenset(names[:number])


def anything(number):
    return frozenset(f"x{n}" for n in range(number))


def five_groups(per_cent):
    return {f"{group}_participants": 2 * per_cent for group in GROUPS}


EDGES = [
    *[("funding", {"funding_sources": anything(n)}, n, s) for n, s in [(0, 1), (1, 2), (2, 3), (4, 3), (5, 4), (9, 4)]],
    *[("groups", {"groups": some(GROUPS, n)}, n, s) for n, s in [(0, 1), (1, 2), (2, 2), (3, 3), (4, 3), (5, 4)]],
    *[("data_used", {"data_used": some(DATA, n)}, n, s) for n, s in [(0, 1), (1, 2), (2, 3), (3, 3), (4, 4), (5, 4)]],
    *[
        ("mechanisms", {"mechanisms": some(MECHANISMS, n)}, n, s)
        for n, s in [(0, 1), (1, 2), (2, 2), (3, 3), (4, 3), (5, 4)]
    ],
    *[
        ("sectors", {"sectors": anything(n)}, n, s)
        for n, s in [(0, 1), (1, 2), (3, 2), (4, 3), (6, 3), (7, 4), (12, 4)]
    ],
    *[
        ("participation", five_groups(n), n, s)
        for n, s in [(0, 1), (9, 1), (10, 2), (20, 2), (21, 3), (30, 3), (31, 4), (100, 4)]
    ],
    *[("cpr", {"users": n}, n, s) for n, s in [(0, 1), (29, 1), (30, 2), (40, 2), (41, 3), (50, 3), (51, 4), (100, 4)]],
    *[
        ("mkjp", {"users": 100, "iud": n, "mow": 0, "mop": 0, "implant": 0}, n, s)
        for n, s in [(0, 1), (19, 1), (20, 2), (22, 2), (23, 3), (24, 3), (25, 4), (100, 4)]
    ],
    *[
        ("unmet_need", {"wanting_later": n, "wanting_no_more": 0}, n, s)
        for n, s in [(0, 4), (6, 4), (7, 3), (9, 3), (10, 2), (12, 2), (13, 1), (100, 1)]
    ],
    *[
        ("facilities", {"secretariat": one, "data_house": other}, one + other, 1 + one + other)
        for one in (False, True)
        for other in (False, True)
    ],
    *[
        ("support", {"pkb_companion": one, "regulation": other}, one + other, 1 + one + other)
        for one in (False, True)
        for other in (False, True)
    ],
    ("pokja", {"pokja": False, "pokja_members": 21, "pokja_trained": True}, 0, 1),
    ("pokja", {"pokja": True, "pokja_members": 0, "pokja_trained": False}, 1, 2),
    ("pokja", {"pokja": True, "pokja_members": 1, "pokja_trained": False}, 2, 3),
    ("pokja", {"pokja": True, "pokja_members": 0, "pokja_trained": True}, 2, 3),
    ("pokja", {"pokja": True, "pokja_members": 1, "pokja_trained": True}, 3, 4),
]


def of(indicator, facts):
    return next(one for one in classify(USED, facts).indicators if one.key == indicator)


@pytest.mark.parametrize(("indicator", "changed", "value", "score"), EDGES)
def test_an_edge_belongs_to_its_band(indicator, changed, value, score):
    found = of(indicator, replace(V2, **changed))
    assert (found.value, found.score) == (value, score)


def test_every_score_of_every_indicator_is_at_an_edge():
    tried = {(indicator, score) for indicator, _changed, _value, score in EDGES}
    assert tried == {(one.key, band.score) for one in USED.indicators for band in one.bands}


@pytest.mark.parametrize(
    ("users", "couples", "value"), [(59, 200, 30), (589, 2000, 29), (1, 200, 1), (99, 20_000, 0), (201, 200, 101)]
)
def test_a_per_cent_is_whole_before_it_is_banded_and_rounded_half_up(users, couples, value):
    """29.5 is 30 and scores 2; 29.45 is 29 and scores 1."""
    found = of("cpr", replace(V2, users=users, couples=couples))
    assert found.value == value


@pytest.mark.parametrize(
    ("participants", "value"),
    [
        ({"bkb": 11}, 1),  # 5.5 is 6; 6 ÷ 5 = 1.2
        ({"bkb": 11, "bkr": 11}, 2),  # 6 + 6, ÷ 5 = 2.4; of the unrounded it would be 2.2
        ({"bkb": 5, "bkr": 5, "bkl": 5, "uppka": 5, "pik_r": 5}, 3),  # five times 2.5, each 3; unrounded 2.5
        ({"bkb": 200}, 20),  # one group with everybody still is one of five
    ],
)
def test_participation_is_divided_by_five_always(participants, value):
    changed = {f"{group}_participants": n for group, n in participants.items()}
    assert of("participation", replace(V1, groups=frozenset(participants), **changed)).value == value


def test_a_group_that_is_not_there_counts_as_nothing_whatever_is_told_of_it():
    three = replace(V2, groups=frozenset(["bkb", "bkr", "bkl"]))
    assert of("participation", three).value == 15


def test_of_nobody_it_is_zero_per_cent():
    assert of("participation", replace(V2, adolescents=0)).value == 20
    assert (of("mkjp", replace(V2, users=0)).value, of("mkjp", replace(V2, users=0)).score) == (0, 1)


@pytest.mark.parametrize(
    ("indicator", "facts", "needed", "words"),
    [
        ("mkjp", V2, 20, "Naikkan peserta MKJP (IUD, MOW, MOP, implan) menjadi paling sedikit 20 % dari peserta KB."),
        ("unmet_need", V2, 9, "Turunkan PUS yang belum terlayani (IAT dan TIAL) menjadi paling banyak 9 % dari PUS."),
        ("sectors", V2, 7, "Libatkan paling sedikit 7 sektor yang berbeda dalam kegiatan setahun."),
        ("pokja", V1, 1, "Bentuk Pokja."),
    ],
)
def test_it_is_told_what_the_next_band_needs(indicator, facts, needed, words):
    better = of(indicator, facts).next
    assert USED.indicator(indicator).needed(better) == needed
    assert USED.indicator(indicator).words(better) == words


def test_at_the_best_score_nothing_is_needed():
    assert [one.key for one in classify(USED, V2).indicators if one.next is None] == [
        "pokja", "groups", "facilities", "support", "mechanisms", "cpr",
    ]  # fmt: skip
