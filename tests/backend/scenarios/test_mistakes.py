"""What is wrong with a scenario file is told with its line, before anything is played."""

from pathlib import Path

import pytest

from backend.scenarios.errors import BadScenario
from backend.scenarios.story import DEMO, load, parse, shipped_stories

MINI = Path(__file__).with_name("mini.yaml")
TEXT = MINI.read_text(encoding="utf-8")


def mistakes(old: str, new: str) -> list[str]:
    """Of the small scenario with one thing changed. The line that changed stands as `*`."""
    assert TEXT.count(old) >= 1
    changed = TEXT.replace(old, new, 1)
    line = TEXT[: TEXT.index(old)].count("\n") + 1
    with pytest.raises(BadScenario) as bad:
        parse(changed, "mini.yaml")
    return [str(m).replace(f"line {line}:", "line *:") for m in bad.value.mistakes]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("does: submit", "doez: submit", "this is no step: “doez”; did you mean “does”?"),
        ("does: submit", "does: submitt", "does: “submitt” is not known; did you mean “submit”?"),
        ("considerations:", "consideratons:", "“consideratons” is not known here; did you mean “considerations”?"),
        ("file: sk, by: operator", "file: skk, by: operator", "nothing was drafted under “skk” before; did you mean “sk”?"),
        ("by: [kadis, kabag", "by: [kadis, kabagg", "there is nobody called “kabagg”; did you mean “kabag”?"),
        ("effects: designate", "effects: desginate", "effects: “desginate” is not known; did you mean “designate”?"),
        ("bases: uu52", "bases: uu53", "there is no legal basis “uu53”; did you mean “uu52”?"),
        ("issuer: regent", "issuer: regnt", "there is no office “regnt”; did you mean “regent”?"),
        ("issuer: regent", "issuer: camat", "“camat”: write the code of a kecamatan, such as “camat 18.04.04”"),
        ("issuer: regent", "issuer: regent 61.12", "“regent 61.12” lies outside the territory of this story"),
        ("rows: {in: 18.04.04, first: 3}", "rows: [18.04.04.9999]", "there is no region 18.04.04.9999"),
        ("rows: {in: 18.04.04, first: 3}", "rows: {in: 18.04.04, kind: nagari}", "no village is meant by this"),
        ("name: Contoh Kabag,", 'name: Contoh Kabag, nip: "1234567890123456",',
         "nip: “1234567890123456” has not the 18 digits of a civil servant's number"),
        ("paper: F4-210", "paper: F5", "paper: “F5” is not known"),
        ("{since: 2024-01-02, number", "{region: 18.99, since: 2024-01-02, number", "there is no region 18.99"),
        ("begins: 2024-05-02", "begins: 2024-02-30", "“2024-02-30” is not a date; write year-month-day, such as 2024-05-06"),
        ("  2024-05-06:", "  2024-05-01:", "2024-05-01 comes after 2024-05-02: the days of a story go on, never back"),
        ("  2024-05-06:", "  2024-05-02:", "“2024-05-02” is given twice"),
        ("holds: {office: legal, since: 2024-01-02}", "holds: {office: legal, since: 2024-01-02, until: 2023-01-01}",
         "until 2023-01-01 lies before since 2024-01-02"),
        ("rows: 3}", "rows: three}", "“three” is not a whole number"),
        ("twice: yes", "twice: maybe", "“maybe” is neither yes nor no"),
        ("decree: sk, state: in_review", "dekree: sk, state: in_review",
         "an expectation does not begin with “dekree”; did you mean “decree”?"),
        ("last: 99}", "last: 99", "this is not YAML: expected ',' or '}', but got ':'"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(old: str, new: str, told: str) -> None:
    found = mistakes(old, new)
    assert any(words.endswith(told) or f"{told};" in words for words in found), found
    assert all(words.startswith("mini.yaml, line ") for words in found)


def test_the_line_is_the_one_that_is_wrong() -> None:
    assert mistakes("twice: yes", "twice: maybe") == ["mini.yaml, line *: “maybe” is neither yes nor no"]


def test_what_a_village_needs_and_who_pays_is_on_the_list_of_its_region() -> None:
    text = MINI.with_name("coached.yaml").read_text(encoding="utf-8")
    with pytest.raises(BadScenario) as bad:
        parse(text.replace("aim: lingkungan", "aim: pemberdayaan").replace("fund: apbd", "fund: apbdd"), "coached.yaml")
    assert [mistake.words.partition(";")[0] for mistake in bad.value.mistakes] == [
        "aim: “pemberdayaan” is not on the list of Sebarus", "fund: “apbdd” is not on the list of Sebarus",
    ]  # fmt: skip


def test_values_that_are_none_are_told() -> None:
    assert mistakes("twice: yes", "values: 3") == ["mini.yaml, line *: values: tidak dikenal"]


def test_somebody_without_an_office_on_that_day_cannot_act() -> None:
    found = mistakes("holds: {office: legal, since: 2024-01-02}", "holds: {office: legal, since: 2024-05-03}")
    assert any("“kabag” holds no office on 2024-05-02" in words for words in found)


def test_all_mistakes_are_told_at_once() -> None:
    changed = TEXT.replace("rows: 3}", "rows: three}").replace("twice: yes", "twice: maybe").replace("story: ", "stori: ")
    with pytest.raises(BadScenario) as bad:
        parse(changed, "mini.yaml")
    assert [m.line for m in bad.value.mistakes] == sorted(m.line for m in bad.value.mistakes)
    assert {m.words.split()[-1] for m in bad.value.mistakes} >= {"number", "no"}
    assert any("“story” is missing" in m.words for m in bad.value.mistakes)


def test_a_missing_file_names_the_shipped_ones() -> None:
    with pytest.raises(BadScenario, match="kubu-raya"):
        load("kubu-raja")


@pytest.mark.parametrize("name", [*shipped_stories(), *DEMO, "lampung-barat-tertinggal"])
def test_the_shipped_stories_are_without_mistakes(name: str) -> None:
    assert load(name).days


def test_a_loop_is_unrolled_with_its_village() -> None:
    loop = (
        "    - for_each: {in: 18.04.04, first: 2}\n      do:\n"
        '        - {does: launch, village: "{code}", by: kadis, values: {held_on: 2024-05-06, place: "{village} {n}"}}\n'
    )
    story = parse(TEXT.replace("  2024-05-06:\n", f"  2024-05-06:\n{loop}"), "mini.yaml")
    launches = story.days[1].steps[:2]
    assert [(s.village.code, s.values["place"]) for s in launches] == [
        ("18.04.04.1001", "Pasar Liwa 1"), ("18.04.04.1003", "Way Mengaku 2")
    ]  # fmt: skip


def test_a_loop_knows_only_its_own_words() -> None:
    loop = '    - for_each: 18.04.04\n      do:\n        - {does: launch, village: "{kode}", by: kadis}\n'
    with pytest.raises(BadScenario, match="known: {code}, {village}, {district}, {n}"):
        parse(TEXT.replace("  2024-05-06:\n", f"  2024-05-06:\n{loop}"), "mini.yaml")
