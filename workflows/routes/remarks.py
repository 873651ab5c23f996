"""Remarks pinned to parts of what was returned."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

FIELDS = {"part", "target", "text"}


def with_assignment(deed, tasks) -> dict[str, Any]:
    """Pin the given remarks (`[{"part", "target", "text"}]`) to the one assignment that is returned.

    Raises `BadValues` for a remark without text or with an unknown key.
    """
    remarks = deed.values.get("remarks") or []
    for n, remark in enumerate(remarks, 1):
        if not isinstance(remark, dict) or not str(remark.get("text") or "").strip() or set(remark) - FIELDS:
            raise BadValues({f"remarks.{n}": _("Catatan berisi text, dan boleh part serta target.")})
    if remarks and len(deed.subjects) != 1:
        raise BadValues({"remarks": _("Catatan disematkan pada satu berkas saja.")})
    return {"pinned": [{"part": "", "target": ""} | r | {"assignment": deed.subjects[0]} for r in remarks]}
