"""From a workbook as it came to rows that say what each would do. Nothing of ours is written but the import itself."""

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from openpyxl.utils import column_index_from_string

from backend.administration.models import Import, ImportRow, Verdict
from workflows.core.clock import today
from workflows.core.errors import BadValues
from workflows.organisation.models import Person, Region

from .headers import match
from .kinds import LISTS
from .lists import Checked, Row
from .workbooks import Page, read


def take_in(kind: str, region: Region, person: Person, name: str, content: bytes) -> Import:
    """Keep a workbook and find its columns. Raises `BadValues` naming `file`."""
    pages = read(name, content)
    found = match(pages, LISTS[kind].columns)
    page = page_named(pages, found.sheet)
    lines = len(page.lines) - sum(line <= found.header for line in page.lines)
    if not lines:
        raise BadValues({"file": _("Di bawah baris judul belum ada isian.")})
    return Import.objects.create(
        kind=kind, region=region, person=person, name=name[-200:], content=content, sheet=found.sheet, header=found.header,
        columns=found.columns, sure=found.sure, lines=lines, blank=sum(line > found.header for line in page.blank), trouble="",
    )  # fmt: skip


def page_named(pages: list[Page], title: str) -> Page:
    return next(page for page in pages if page.title == title)


def rows_of(source: Import) -> list[Row]:
    page = page_named(read(source.name, bytes(source.content)), source.sheet)
    places = {name: column_index_from_string(letter) - 1 for name, letter in source.columns.items()}
    return [
        Row(line, {name: values[at] if at < len(values) else None for name, at in places.items()}, source.columns)
        for line, values in page.lines.items() if line > source.header
    ]  # fmt: skip


def judged(source: Import) -> list[Checked]:
    """What every row says and would do as things stand."""
    sheet = LISTS[source.kind](source.region, today(source.region.zone))
    return [sheet.check(row) for row in rows_of(source)]


@transaction.atomic
def check(source: Import) -> None:
    """Judge every row and keep the judgement, in place of an earlier one."""
    source.rows.all().delete()
    ImportRow.objects.bulk_create(kept(source, checked) for checked in judged(source))
    Import.objects.filter(pk=source.pk).update(checked_at=Now(), waits_since=None, trouble="")


def kept(source: Import, checked: Checked) -> ImportRow:
    return ImportRow(
        source=source, line=checked.row.line, about=checked.about[:300], verdict=checked.verdict, findings=checked.findings,
        differences=checked.differences, plan={} if checked.is_wrong else checked.plan,
    )  # fmt: skip


def counts(source: Import) -> dict[str, int]:
    """Rows by verdict: every verdict has a number."""
    found = dict(source.rows.values_list("verdict").annotate(n=Count("pk")).order_by())
    return {verdict.value: found.get(verdict.value, 0) for verdict in Verdict}
