"""What is written when somebody records an official's act from paper."""

from datetime import date
from typing import Any

from django.db.models import BigIntegerField, DateField, Field, JSONField, TextField, Value
from django.utils.translation import gettext as _

from workflows.core.act import Add, Item, Listed, act, all_of
from workflows.core.errors import BadValues

from .states import ON_PAPER, PaperState

COLUMNS: dict[str, Field] = {
    "file": BigIntegerField(), "assignment": BigIntegerField(), "act": TextField(), "values": JSONField(),
    "on": DateField(), "official": BigIntegerField(), "scan": BigIntegerField(), "read": TextField(),
}  # fmt: skip
ADD_RECORD = Add("routes.PaperRecord", Listed("records", COLUMNS),
                 {name: Item(name) for name in COLUMNS}
                 | {"reason": act.reason, "recorded_by": act.person, "state": Value(PaperState.RECORDED)})  # fmt: skip


def prepare_record(deed, tasks) -> dict[str, Any]:
    """The record of one act on paper. Raises `BadValues` naming the field."""
    values, wrong = deed.values, {}
    day = parsed(values["on"])
    if values["act"] not in ON_PAPER:
        wrong["act"] = _("Tindakan ini tidak dapat dicatat dari kertas.")
    if day is None or day > deed.today:
        wrong["on"] = _("Tanggal pada kertas ditulis tahun-bulan-hari dan tidak sesudah hari ini.")
    if not all_of("core.Attachment").filter(pk=values["attachment"]).exists():
        wrong["attachment"] = _("Unggah pindaian kertasnya.")
    if not all_of("organisation.Mandate").filter(pk=values["official"]).exclude(capacity="staf").exists():
        wrong["official"] = _("Pilih pejabat yang menandatangani kertas itu.")
    if wrong:
        raise BadValues(wrong)
    return {"records": [
        {"file": task.file_id, "assignment": task.pk, "act": values["act"], "values": values.get("values") or {},
         "on": day, "official": values["official"], "scan": values["attachment"],
         "read": task.file.snapshot.sha256 if task.file.snapshot_id else ""}
        for task in tasks.select_related("file__snapshot")
    ]}  # fmt: skip


def parsed(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
