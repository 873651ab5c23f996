"""I6, the paper's half: every archived paper is there, unchanged, and renders again to the same bytes."""

from collections.abc import Iterator

from documents.verify import verify_papers
from workflows.core.findings import Finding, invariant


@invariant
def papers_are_as_they_were() -> Iterator[Finding]:
    for verdict in verify_papers():
        if not verdict.ok:
            yield Finding("I6", f"{verdict.path}: {'; '.join(verdict.problems)}")
