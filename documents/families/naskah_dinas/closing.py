"""Signature blocks of a letter: who stands where. Pure; every value handed on is a string or a list of such."""

from typing import Any

from documents.content import Content
from documents.families.signature import Block, block, electronic, note
from documents.forms import Form

KNOWN_BY = ("Mengetahui", "Mengesahkan", "Menyetujui")
"""Roles that are no party to the paper: they stand centred below all, under this word."""
NOBODY: Block = {"above": "", "office_lines": [], "signed_by": [], "note": "", "name": "", "details": [], "qr": False}
"""An empty place in a row of signatures."""


def parties_of(content: Content, form: Form) -> dict[str, Any]:
    """Several signatories: rows of columns, whoever knows of it centred below, and one QR code for the whole paper."""
    said = note(content, form)
    parties = [block(party, note=said) for party in content["parties"] if party["role"] not in KNOWN_BY]
    known = [block(party, f"{party['role']}:", said) for party in content["parties"] if party["role"] in KNOWN_BY]
    columns = 2 if len(parties) <= 4 else 3
    rows = [parties[start : start + columns] for start in range(0, len(parties), columns)]
    return {"rows": rows, "known_by": known, "qr": electronic(content, form)}
