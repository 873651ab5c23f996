"""I6 for letters: what is signed bears all signatures in their order, or a compared scan; a copy says what its decree says."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant, rows

UNSIGNED = """
SELECT l.file_id, p."order" FROM letters_letter l
JOIN core_file f ON f.id = l.file_id
JOIN letters_party p ON p.letter_id = l.file_id
WHERE l.state = 'signed' AND l.signing <> 'ink' AND NOT EXISTS (
    SELECT FROM routes_assignment a WHERE a.file_id = l.file_id AND a.kind = 'sign_document' AND a.state = 'approved'
      AND a."order" = p."order" AND a.mandate_id = p.mandate_id AND a.seen_id = f.snapshot_id)
"""
OUT_OF_ORDER = """
SELECT l.file_id, later."order" FROM letters_letter l
JOIN routes_assignment later ON later.file_id = l.file_id
JOIN routes_assignment earlier ON earlier.file_id = l.file_id AND earlier.seen_id = later.seen_id
WHERE later.kind = 'sign_document' AND earlier.kind = 'sign_document' AND later.state = 'approved'
  AND earlier."order" < later."order" AND (earlier.state <> 'approved' OR earlier.decided_at > later.decided_at)
"""
WITHOUT_SCAN = """
SELECT l.file_id FROM letters_letter l
WHERE l.state = 'signed' AND l.signing = 'ink' AND NOT EXISTS (
    SELECT FROM routes_assignment a WHERE a.file_id = l.file_id AND a.kind = 'confirm_scan' AND a.state = 'approved')
"""
UNNUMBERED = """
SELECT l.file_id FROM letters_letter l
WHERE l.state IN ('issued', 'signed') AND l.doc_class <> '' AND NOT EXISTS (
    SELECT FROM decrees_decreenumber n WHERE n.file_id = l.file_id AND n.text = l.issue->>'number'
      AND n.state = CASE l.state WHEN 'signed' THEN 'issued' ELSE 'reserved' END)
"""
UNLIKE_ITS_DECREE = """
SELECT l.file_id, d.issue->>'number' FROM letters_letter l JOIN decrees_decree d ON d.file_id = l.concerns_id
WHERE l.kind IN ('salinan', 'petikan') AND l.issue IS NOT NULL
  AND (l.issue->>'number', l.issue->>'date') IS DISTINCT FROM (d.issue->>'number', d.issue->>'date')
"""


@invariant
def signed_letters_bear_their_signatures_in_order() -> Iterator[Finding]:
    for letter, order in rows(UNSIGNED):
        yield Finding("I6", f"letter {letter} counts as signed, but its party {order} has not signed what stands")
    for letter, order in rows(OUT_OF_ORDER):
        yield Finding("I6", f"letter {letter}: party {order} signed before the one whose turn was earlier")
    for (letter,) in rows(WITHOUT_SCAN):
        yield Finding("I6", f"letter {letter} counts as signed in ink, but no scan of it was compared")


@invariant
def letters_bear_their_number_and_copies_their_decrees() -> Iterator[Finding]:
    for (letter,) in rows(UNNUMBERED):
        yield Finding("I6", f"letter {letter} is issued under a number that its register does not have")
    for letter, number in rows(UNLIKE_ITS_DECREE):
        yield Finding("I6", f"copy {letter} does not bear the number and date of its decree, {number}")
