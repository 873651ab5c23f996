"""The words of yearly rounds: one is opened, villages answer, offices check, and what came of it is expected."""

from pathlib import Path

import pytest

from backend.scenarios.errors import BadScenario
from backend.scenarios.playing import play
from backend.scenarios.story import parse
from tests.evaluation_world import known
from tests.processes import running_worker
from tests.workflows.evaluations.vectors import V2, V3
from workflows.evaluations import computing

MINI = Path(__file__).with_name("mini.yaml")
PEOPLE = """
  penyuluh: {name: Contoh Penyuluh, holds: {office: pkb 18.04.04, since: 2024-01-02}}
  camat: {name: Contoh Camat, holds: {office: camat 18.04.04, since: 2024-01-02}}

registers:"""
DAYS = """
  2024-05-07:
    - {round: putaran, by: kadis, year: 2024, cutoff: 2024-05-07, opens_on: 2024-05-07, answers_by: 2024-05-20}
    - expect: [{round: putaran, state: open, participants: 3}]
    - {answer: satu, of: putaran, village: {FIRST}, by: peratin {FIRST}, answers: {pokja: {meetings: 11}}}
    - {does: approve, file: satu, by: camat, refused: {rule: state, words: Belum giliran}}
    - does: return_to_drafter
      file: satu
      by: penyuluh
      reason: Lengkapi.
      remarks: [{part: pokja, target: pokja.meetings, text: Cocokkan.}]
    - {does: resubmit, file: satu, by: peratin {FIRST}, refused: {rule: remarks_seen, words: belum ditanggapi}}
    - {put_right: satu, by: peratin {FIRST}, answers: {pokja: {meetings: 12}}}
    - {does: resubmit, file: satu, by: peratin {FIRST}}
    - {does: approve, file: satu, by: [penyuluh, camat, kadis]}
    - {answer: dua, of: putaran, village: {SECOND}, by: peratin {SECOND}}
    - expect:
        - {evaluation: satu, state: accepted, computed: berkembang, decided: none}
        - {evaluation: dua, state: submitted, computed: berkelanjutan}
        - {told: camat, file: dua, topic: your_turn, times: 0}
    - {does: close_answers, file: putaran, by: kadis}
    - {does: bring_to_rakor, file: putaran, by: kadis}
    - {does: conclude, file: putaran, by: kadis, refused: {rule: rakor_decided_on_the_accepted, words: belum diputuskan}}
    - expect: [{round: putaran, state: at_rakor}, {classes: putaran, of: {}}]
"""
FIRST, SECOND = "18.04.04.1001", "18.04.04.1003"


def story(days: str = DAYS) -> str:
    text = MINI.read_text().replace("\nregisters:", PEOPLE, 1)
    return text + days.replace("{FIRST}", FIRST).replace("{SECOND}", SECOND)


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_a_round_is_told_from_its_opening_to_the_rakor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computing, "facts_on", known(V2, V3))
    with running_worker():
        [played] = play([parse(story(), "tiga-pekon.yaml")])
    assert played.failures == []
    assert not played.stopped


def test_a_round_that_nobody_opened_is_a_mistake() -> None:
    with pytest.raises(BadScenario) as bad:
        parse(story(DAYS.replace("of: putaran, village: {FIRST}", "of: putarn, village: {FIRST}")), "tiga-pekon.yaml")
    assert "nothing was drafted under “putarn” before" in str(bad.value.mistakes[0])
