"""An instrument that would give somebody no class, or two, is refused, and told where and why."""

import re

import pytest

from tests.workflows.evaluations.vectors import data
from workflows.core.errors import BadValues
from workflows.evaluations.reading import read_instrument


def indicators(key, **changed):
    """The shipped indicators, one of them changed."""
    return [one | changed if one["key"] == key else one for one in data()["indicators"]]


def classes(key, passes):
    return [one | {"passes": passes} if one["key"] == key else one for one in data()["classes"]]


TWO_SCORES_FOR_ALL = [one | {"bands": {"1": [0, 0], "2": [1, None]}} for one in data()["indicators"]]
TWICE = {"indicators": [*data()["indicators"], data()["indicators"][0]]}
IMPACT = {"indexes": [*data()["indexes"], {"key": "impact", "label": "Dampak"}]}


def cpr(words, **changed):
    """What is said of CPR when it is changed so."""
    return {"indicators": indicators("cpr", **changed)}, "indicators.cpr", words


def first(words, **changed):
    """What is said of the first indicator, which then cannot even be read."""
    return {"indicators": indicators("pokja", **changed)}, "indicators.1", words


def whole(where, words, **changed):
    return changed, where, words


UNSOUND = {
    "a gap": cpr("1 dan 2 ada celah", bands={1: [0, 29], 2: [31, 40], 3: [41, None]}),
    "an overlap": cpr("1 dan 2 bertumpang tindih", bands={1: [0, 30], 2: [30, 40], 3: [41, None]}),
    "upside down": cpr("2 dan 3 bertumpang tindih atau terbalik", bands={1: [0, 29], 2: [40, 30], 3: [41, None]}),
    "up and down": cpr("2 dan 3 bertumpang tindih", bands={1: [0, 29], 2: [41, None], 3: [30, 40]}),
    "late": cpr("mulai dari 0, bukan 1", bands={1: [1, 29], 2: [30, None]}),
    "with an end": cpr("tidak berbatas atas", bands={1: [0, 29], 2: [30, 100]}),
    "a jump of scores": cpr("tanpa loncatan", bands={1: [0, 29], 3: [30, None]}),
    "a single band": cpr("paling sedikit dua", bands={1: [0, None]}),
    "no weight": cpr("Bobot", weight=0),
    "no index": cpr("Indeks impact tidak ada", index="impact"),
    "no words": cpr("mencapai skor 3", lift={2: "Naik.", 4: "Naik."}),
    "no fact": cpr("wishes tidak dikenal", measure={"percent": {"parts": ["wishes"], "of": "couples"}}),
    "a list as a count": cpr("ukuran ini", measure={"percent": {"parts": ["sectors"], "of": "couples"}}),
    "an unknown measure": first("feeling", measure={"feeling": "good"}),
    "bands without ends": first("bands", bands={1: 0}),
    "a key twice": whole("indicators", "pokja dipakai lebih", **TWICE),
    "an empty index": whole("indexes.impact", "tidak mempunyai indikator", **IMPACT),
    "an index without label": whole("indexes.1", "label", indexes=[{"key": "input"}]),
    "never passed": whole("indexes.input", "1.00 sampai 3.60", pass_mark="3.61"),
    "always passed": whole("indexes.output", "1.00 sampai 4.00", pass_mark="1.00"),
    "only two scores": whole("indexes.process", "1.00 sampai 2.00", indicators=TWO_SCORES_FOR_ALL),
    "no pass mark": whole("instrument", "pass_mark", pass_mark="tiga"),
    "no class": whole("classes", "output: tidak ada kelasnya", classes=classes("dasar", [[], ["input"], ["process"]])),
    "two classes": whole("classes", "tanpa indeks: lebih dari satu", classes=classes("mandiri", [[]])),
    "a class for nobody": whole("classes.mandiri", "tidak pernah tercapai", classes=classes("mandiri", [])),
    "a class by no index": whole("classes.mandiri", "Indeks impact", classes=classes("mandiri", [["impact"]])),
    "a class without meaning": whole(
        "classes.1", "meaning", classes=[{"key": "dasar", "label": "Dasar", "passes": [[]]}]
    ),
    "a fall": whole("classes", "memberi kelas lebih rendah", classes=data()["classes"][::-1]),
    "half the switches": whole("switches", "agencies", switches={"unmet_without_couples": False}),
    "a switch half on": whole("switches", "couples", switches=dict.fromkeys(data()["switches"], 1)),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_is_unsound_is_named(name):
    changed, where, words = UNSOUND[name]
    with pytest.raises(BadValues) as refused:
        read_instrument(data(**changed))
    assert re.search(re.escape(words), refused.value.fields[where])


@pytest.mark.parametrize("given", [None, [], "kampung", {}, {"code": "x"}])
def test_what_is_no_instrument_is_refused_in_words(given):
    with pytest.raises(BadValues, match="Bagian ini berisi code, name"):
        read_instrument(given)


def test_the_shipped_instrument_is_sound_and_says_where_it_comes_from():
    shipped = data()
    assert read_instrument(shipped).code == "kampung_kb_2024"
    assert shipped["verified"] is False
    assert "UNVERIFIED" in shipped["source"]


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(BadValues) as refused:
        read_instrument(data(indicators=indicators("cpr", weight=0, index="impact"), pass_mark="5"))
    assert {"indicators.cpr", "indexes.input", "indexes.process", "indexes.output"} <= set(refused.value.fields)
