"""I6, the paper's half: every archived paper is there, unchanged, and renders again to the same bytes."""

from collections.abc import Iterator

from documents.verify import verify_papers
from workflows.core.findings import Finding, invariant, rows

UNARCHIVED = """
SELECT o.request_id, o.signed_sha256 FROM signing_signingoutcome o JOIN routes_assignment a ON a.id = o.assignment_id
WHERE o.code = '' AND NOT EXISTS (
    SELECT FROM documents_document d WHERE d.file_id = a.file_id AND d.form = 'signed' AND d.sha256 = o.signed_sha256)
"""


@invariant
def papers_are_as_they_were() -> Iterator[Finding]:
    for verdict in verify_papers():
        if not verdict.ok:
            yield Finding("I6", f"{verdict.path}: {'; '.join(verdict.problems)}")


@invariant
def what_was_signed_is_archived() -> Iterator[Finding]:
    for request, sha256 in rows(UNARCHIVED):
        yield Finding("I6", f"request {request} was answered with {sha256}, which is not in the archive")
