"""Reports in a story: told, told twice, merged, and somebody reminded; what cannot be is said with its line."""

import pytest

from backend.scenarios.errors import BadScenario
from backend.scenarios.playing import play
from backend.scenarios.story import parse
from tests.processes import running_worker

STORY = """
story: Laporan contoh
begins: 2024-02-01
territory: 18.04
people:
  operator: {name: Contoh Operator, holds: {office: agency, capacity: staf, since: 2024-01-02}}
  bupati: {name: Contoh Bupati, holds: {office: regent, since: 2024-01-02}}
  kades: {name: "Contoh {village}", in: {in: 18.04.04, first: 2}, holds: {office: village_head, since: 2024-01-02}}
registers:
  - {office: regent, kind: keputusan_bupati, mode: external, pattern: "{no}"}
bases:
  uu: {title: Contoh Undang-Undang, rank: 1, year: 2009, number: "52"}
days:
  2024-02-01:
    - draft: sk
      by: operator
      kind: keputusan_bupati
      issuer: regent
      subject: Contoh penetapan
      considerations: bahwa contoh;
      clauses: Menetapkan dua.
      bases: uu
      effects: designate
      rows: [{in: 18.04.04, first: 1}, 18.04.04.1003]
    - {does: enter_old, file: sk, by: operator, date: 2024-01-03, values: {number: "1"}}
    - report: population
      village: 18.04.04.1001
      by: operator
      period: 2024-01-01
      sources: {people: Contoh}
      figures: {people: 10, men: 4, women: 6, aged_0_4: 1, aged_5_9: 1, aged_10_24: 2, aged_25_59: 4, aged_60_up: 2, families: 3,
                families_with_under_fives: 1, families_with_adolescents: 1, families_with_elderly: 1, adolescents: 2, couples: 2}
    - report: population
      village: 18.04.04.1001
      by: kades 18.04.04.1001
      period: 2024-01-01
      from_paper: {by: Kader Contoh, on: 2024-01-03}
      figures: {people: 10, men: 5, women: 5, aged_0_4: 1, aged_5_9: 1, aged_10_24: 2, aged_25_59: 4, aged_60_up: 2, families: 3,
                families_with_under_fives: 1, families_with_adolescents: 1, families_with_elderly: 1, adolescents: 2, couples: 2}
    - expect:
        - {completeness: 18.04, form: population, period: 2024-01-01, expected: 2, reported: 1, conflicting: 1, percent: "50.0"}
    - {merge: population, village: 18.04.04.1001, period: 2024-01-01, by: operator, keep: second}
    - {remind: population, in: 18.04, period: 2024-01-01, by: operator}
    - expect:
        - {completeness: 18.04, form: population, period: 2024-01-01, reported: 1, in_time: 1, conflicting: 0}
        - {reported: population, village: 18.04.04.1001, period: 2024-01-01, of: 2, figures: {men: 5}}
        - {told: kades 18.04.04.1003, words: mengingatkan, times: 1}
"""


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_reports_are_told_merged_and_reminded_of() -> None:
    with running_worker():
        [played] = play([parse(STORY, "laporan.yaml")])
    assert played.failures == []


def test_an_unknown_form_or_side_is_told_before_anything_is_played() -> None:
    with pytest.raises(BadScenario) as bad:
        parse(STORY.replace("merge: population", "merge: weather").replace("keep: second", "keep: both"), "laporan.yaml")
    assert {word for word in ("weather", "both") if word in str(bad.value)} == {"weather", "both"}
