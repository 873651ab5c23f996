"""A ranked entry goes on to the next level: a new file of the forwarding office, linked to the old one."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.core.models import File

from .input import the_one
from .naming import title_of_entry
from .states import EntryState


def begin_next(deed, entries) -> dict[str, Any]:
    """The draft of the entry at the next level, which the act then nominates by the rules there.

    Raises `BadValues` where the village is in that contest already.
    """
    entry = the_one(deed, entries.select_related("kampung__region", "file"))
    above = all_of("contests.Competition").select_related("file").get(pk=deed.values["competition"])
    if above.entries.filter(kampung=entry.kampung).exclude(state=EntryState.WITHDRAWN).exists():
        raise BadValues({"competition": _("Kampung KB ini sudah dicalonkan dalam lomba itu.")})
    file = File.objects.create(
        kind="entry", title=title_of_entry(entry.kampung, above), region=entry.file.region, zone=entry.file.zone,
        office=deed.by.office, drafted_by=deed.by.person, example=entry.file.example,
    )  # fmt: skip
    all_of("contests.Entry").create(file=file, competition=above, kampung=entry.kampung, forwarded_from=entry)
    return {}
