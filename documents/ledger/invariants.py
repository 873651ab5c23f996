"""I9: the ledger is whole, signed, and says of every entry, document and scan what the tables say."""

from collections.abc import Iterator

from documents.ledger.audit import audit
from workflows.core.findings import Finding, invariant


@invariant
def the_ledger_says_what_the_tables_say() -> Iterator[Finding]:
    for what in audit():
        yield Finding("I9", what)
