"""I18: what a signed record decided was carried out once and wholly, and nothing without one."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant, rows

UNSIGNED = """
SELECT k.file_id FROM meetings_rakor k WHERE k.state IN ('record_signed', 'closed') AND NOT EXISTS (
    SELECT FROM letters_letter l WHERE l.concerns_id = k.file_id AND l.kind = 'berita_acara_rakor' AND l.state = 'signed')
"""
HALF_DONE = """
SELECT m.id, m.state, k.state FROM meetings_motion m JOIN meetings_rakor k ON k.file_id = m.rakor_id
WHERE (m.state = 'executed') <> (k.state = 'closed') AND m.state IN ('carried', 'executed')
"""
NOT_ONCE = """
SELECT m.id, count(j.id) FROM meetings_motion m
LEFT JOIN core_journalsubject j ON j.kind = 'motion' AND j.object_id = m.id AND j.to_state = 'executed'
GROUP BY m.id, m.state HAVING count(j.id) <> (m.state = 'executed')::int
"""
OTHER_CLASS = """
SELECT e.file_id, m.id FROM meetings_motionrow r JOIN meetings_motion m ON m.id = r.motion_id
JOIN evaluations_evaluation e ON e.file_id = r.evaluation_id
WHERE m.state = 'executed' AND m.kind IN ('confirm_class', 'deviate_class')
  AND (e.state <> 'decided' OR e.decided_class <> r.decided)
"""


@invariant
def signed_records_are_carried_out_once() -> Iterator[Finding]:
    for (rakor,) in rows(UNSIGNED):
        yield Finding("I18", f"rakor {rakor} counts as recorded, but no record of it is signed")
    for motion, state, of_rakor in rows(HALF_DONE):
        yield Finding("I18", f"motion {motion} is {state}, but its rakor is {of_rakor}")
    for motion, times in rows(NOT_ONCE):
        yield Finding("I18", f"motion {motion} was carried out {times} times")
    for evaluation, motion in rows(OTHER_CLASS):
        yield Finding("I18", f"evaluation {evaluation} has another class than motion {motion} decided")
