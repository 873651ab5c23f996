"""A draft is saved section by section, so that two people who fill in two of them never stand in each other's way."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.core.errors import Conflict, Problem
from workflows.organisation.models import Mandate

from .definition import Section
from .drafting import opened, save_report
from .models import Report, SectionSaved


@dataclass(frozen=True)
class Saved:
    """How often a section has been saved, and by whom and when the last time (nobody: never)."""

    version: int = 0
    by: str = ""
    at: datetime | None = None


class SectionConflict(Conflict):
    """Somebody else saved this section since it was read. `theirs` are its figures as they stand, `saved` who and when."""

    def __init__(self, report: Report, theirs: dict[str, Any], saved: Saved):
        words = _("%(by)s juga mengisi bagian ini sesudah Anda membukanya. Isian Anda belum tersimpan.") % {"by": saved.by}
        super().__init__([Problem(report.pk, "report", "section_version", words)], [])
        self.theirs, self.saved = theirs, saved


def saved_of(report: Report, section: str) -> Saved:
    row = report.saved.filter(section=section).select_related("person").first()
    return Saved(row.version, row.person.full_name, row.at) if row else Saved()


@transaction.atomic
def save_section(
    report: Report, by: Mandate, section: Section, figures: dict[str, Any], *, read: int, key: str, source: str = ""
) -> Saved:
    """Write the figures of a section: all of them, null where there is none. The form of a `key` is written once.

    `read`: the version that was seen. `source`: where these figures come from, if not from where the form says. Raises
    `SectionConflict`, and what `save_report` raises.
    """
    draft = opened(report, by, None)
    last = draft.saved.select_related("person").filter(section=section.key).first()
    if last is None or not key or last.key != key:
        if read != (last.version if last else 0):
            raise SectionConflict(draft, section.of(draft.figures), saved_of(draft, section.key))
        save_report(report, by, figures=figures, sources=sources_given(section, figures, source))
        last = noted(draft, section, by, key)
    return Saved(last.version, last.person.full_name, last.at)


def noted(report: Report, section: Section, by: Mandate, key: str) -> SectionSaved:
    row, _new = SectionSaved.objects.get_or_create(
        report=report, section=section.key, defaults={"person": by.person, "at": timezone.now()}
    )
    row.version, row.key, row.person, row.at = row.version + 1, key, by.person, timezone.now()
    row.save()
    return row


def sources_given(section: Section, figures: dict[str, Any], source: str) -> dict[str, str]:
    """The source of every figure that there is; empty: from where the form says."""
    return {field.key: source for field in section.fields if figures.get(field.key) is not None}


def source_of(report: Report, section: Section) -> str:
    """The one other source that the figures of a section were said to come from; empty where there is none, or several."""
    given = {report.sources.get(key, "") for key in section.of(report.figures)}
    return given.pop() if len(given) == 1 else ""
