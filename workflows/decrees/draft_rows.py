"""Changing and removing single rows of a draft. The caller holds the file's lock (`routes.drafts.open_draft`)."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .models import Decree, DecreeRow


def row_of(decree: Decree, order: int) -> DecreeRow:
    """The row with this number. Raises `BadValues`."""
    if (row := decree.rows.filter(order=order).first()) is None:
        raise BadValues({"row": _("Daftar ini tidak mempunyai baris %(order)d.") % {"order": order}})
    return row


def describe(decree: Decree, order: int, data: dict[str, Any]) -> DecreeRow:
    """What the annex prints beside the village: `name`, `note`. The village itself stays."""
    row = row_of(decree, order)
    row.data |= data
    row.save(update_fields=["data"])
    return row


def remove(decree: Decree, order: int) -> None:
    """Take a village off a draft; it is free for another one at once."""
    row_of(decree, order).delete()
