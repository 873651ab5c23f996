"""What the approvers of a decree see and the paper prints: its content, frozen on submission (schema siklus/decree/1)."""

from collections import Counter
from typing import Any

from django.db.models import Q

from workflows.core.clock import today
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Region, RegionCode
from workflows.organisation.stationery import Look, stationery_for
from workflows.routes.submitting import Content
from workflows.villages.evidence import WRITTEN, hashes_in, signed_letters, with_scans
from workflows.villages.models import Evidence, KampungKB, Member, Pokja
from workflows.villages.posts import TASKS
from workflows.villages.states import Scope, Structure

from .changes_in_content import TEMPLATES as CHANGING
from .changes_in_content import change_of, change_of_row, changes_of, rows_after
from .heading import issuer_of
from .models import Decree, DecreeLink, DecreeRow
from .row_numbers import lasting_numbers
from .states import DecreeKind, LinkKind

SCHEMA = "siklus/decree/1"
HAMLETS = "Kampung KB tingkat RW/dusun"
"""What the total of a list counts where a row is no whole village."""


def content_of(file) -> Content:
    """The content of a decree's file and its named parts: text, list (rows and rosters) and evidence.

    Stationery, names and titles are those of the day of freezing, which the paper keeps if it is decided later.
    """
    decree = Decree.objects.select_related("issuer__region", "file").get(pk=file.pk)
    day = decree.decided_on or today(file.zone)
    look = stationery_for(decree.issuer, day)
    text, annexes, evidence = text_of(decree, day, look), annexes_of(decree, day, look.programme), evidence_of(decree)
    content = text | {"annexes": annexes, "evidence": evidence, "revision": file.snapshots.count() + 1, "issue": None}
    parts = {"text": text, "list": annexes, "evidence": evidence}
    return Content(content, parts, content["template"], decree.kind)


def text_of(decree: Decree, day, look: Look) -> dict[str, Any]:
    bases, change = decree.bases.all(), change_of(decree)
    kind = CHANGING[LinkKind(change.kind)] if change else decree.kind
    changes = {"changes": changes_of(decree, change)} if change else {}
    return {
        "schema": SCHEMA, "kind": kind, "template": f"{kind}@1", "example": decree.file.example, "year": day.year,
        "issuer": issuer_of(decree.issuer, day, look.place), "subject": decree.subject, "considerations": decree.considerations,
        "bases": [b.title for b in bases if b.cited_under == "mengingat"],
        "notes": [b.title for b in bases if b.cited_under == "memperhatikan"],
        "clauses": decree.clauses, "copies_to": decree.copies_to, **look.on_decrees,
        "effects": list(decree.effects), "signing": decree.signing,
        "effective_on": decree.effective_on and decree.effective_on.isoformat(),
        "expires_on": decree.expires_on and decree.expires_on.isoformat(),
        "links": [{"kind": link.kind, "decree": link.other_id} for link in decree.links.order_by("pk")],
    } | changes  # fmt: skip


def annexes_of(decree: Decree, day, programme: str) -> list[dict[str, Any]]:
    """The list of villages (for a regent's decree), and the rosters that the decree appoints."""
    rows = list(decree.rows.filter(struck=False).select_related("kampung__region__parent").order_by("order"))
    if decree.kind != DecreeKind.REGENT:
        return roster_annexes(decree, rows, programme)
    change = change_of(decree)
    amending = change is not None and change.kind == LinkKind.AMENDS
    if change and amending:
        return amending_annexes(decree, rows, change, day, programme) + roster_annexes(decree, rows, programme)
    return [villages_annex(rows, names_of(rows), day, programme), *roster_annexes(decree, rows, programme)]


def amending_annexes(
    decree: Decree, rows: list[DecreeRow], change: DecreeLink, day, programme: str
) -> list[dict[str, Any]]:
    """The rows that change, and as the last annex the list that then holds. Of changed clauses only: neither."""
    if not rows:
        return []
    numbers = lasting_numbers(change.other, upcoming=decree)
    rows = sorted(rows, key=lambda row: numbers[row.pk])
    changed = villages_annex(rows, names_of(rows), day, programme, numbers)
    changed["rows"] = [printed | change_of_row(row) for row, printed in zip(rows, changed["rows"], strict=True)]
    after = rows_after(decree, rows, change.other, day)
    listed = villages_annex([row for row, _name in after], [name for _row, name in after], day, programme, numbers)
    titles = f"PERUBAHAN {changed['title']}", f"{changed['title']} SETELAH PERUBAHAN"
    return [changed | {"title": titles[0], "totals": []}, listed | {"title": titles[1], "consolidated": True}]


def names_of(rows: list[DecreeRow]) -> list[str]:
    return [row.data.get("name", "") for row in rows]


def villages_annex(
    rows: list, names: list[str], day, programme: str, numbers: dict[int, int] | None = None
) -> dict[str, Any]:
    """The villages of these rows, under the names given (else their own) and the rows' numbers (else 1, 2, 3, …)."""
    regions = [row.kampung.region for row in rows]
    labels = dict(with_labels(Region.objects.filter(pk__in=[r.pk for r in regions])).values_list("pk", "label"))
    codes = dict(RegionCode.objects.in_force(day).filter(region__in=regions).values_list("region", "code"))
    numbers = numbers or {row.pk: n for n, row in enumerate(rows, 1)}
    printed = [
        {"no": numbers[row.pk], "district": region.parent.name, "label": labels[region.pk], "village": region.name,
         "kampung": name or row.kampung.name or row.kampung.hamlet or region.name, "code": codes.get(region.pk, ""),
         "note": row.data.get("note", "")}
        for row, region, name in zip(rows, regions, names, strict=True)
    ]  # fmt: skip
    totals = Counter(
        HAMLETS if row.kampung.scope == Scope.HAMLET else labels[row.kampung.region_id].lower() for row in rows
    )
    title = f"DAFTAR {programme.upper()}"
    return {"kind": "villages", "title": title, "rows": printed, "totals": [list(pair) for pair in totals.most_common()]}


def roster_annexes(decree: Decree, rows: list, programme: str) -> list[dict[str, Any]]:
    """For each roster drafted with the decree its members; and once, for sections, the tasks of each."""
    listed = Q(pokja__kampung=None) | Q(pokja__kampung__in=[row.kampung_id for row in rows])
    members = Member.objects.filter(listed, pokja__file=decree.pk).order_by("pokja", "order")
    rosters: dict[Pokja, list[Member]] = {}
    for member in members.select_related("pokja__kampung__region", "office"):
        rosters.setdefault(member.pokja, []).append(member)
    places = {row.kampung_id: n for n, row in enumerate(rows)}
    in_order = sorted(rosters.items(), key=lambda roster: places.get(roster[0].kampung_id, -1))
    annexes = annexes_of_rosters(decree, dict(in_order), programme)
    return [*annexes, tasks_annex(programme)] if any(p.structure == Structure.SEKSI for p in rosters) else annexes


def annexes_of_rosters(decree: Decree, rosters: dict[Pokja, list[Member]], programme: str) -> list[dict[str, Any]]:
    """An annex a roster; those of several villages stand in one, as A., B., …"""
    regents = decree.kind == DecreeKind.REGENT
    of_villages = [(pokja.kampung, seats) for pokja, seats in rosters.items() if regents and pokja.kampung]
    if len(of_villages) < 2:
        return [roster_annex(decree, pokja, seats, programme) for pokja, seats in rosters.items()]
    shared = [roster_annex(decree, pokja, seats, programme) for pokja, seats in rosters.items() if not pokja.kampung]
    groups = [{"name": name_of(kampung), "members": members_of(seats)} for kampung, seats in of_villages]
    return [*shared, {"kind": "pokja", "title": f"SUSUNAN KEANGGOTAAN KELOMPOK KERJA {programme.upper()}", "groups": groups}]


def name_of(kampung: KampungKB) -> str:
    """A village may have several, each in a hamlet."""
    return f"{kampung.region.name} ({kampung.hamlet})" if kampung.hamlet else kampung.region.name


def roster_annex(decree: Decree, pokja: Pokja, members: list[Member], programme: str) -> dict[str, Any]:
    title = f"SUSUNAN KEANGGOTAAN KELOMPOK KERJA {programme.upper()}"
    if decree.kind == DecreeKind.REGENT and pokja.kampung:
        title += f" {name_of(pokja.kampung).upper()}"
    return {"kind": "pokja", "title": title, "members": members_of(members)}


def members_of(seats: list[Member]) -> list[dict[str, Any]]:
    return [
        {"position": m.position, "section": m.section, "name": m.name, "element": m.element or (m.office.label if m.office else "")}
        for m in seats
    ]  # fmt: skip


def tasks_annex(programme: str) -> dict[str, Any]:
    title = f"URAIAN TUGAS KELOMPOK KERJA {programme.upper()}"
    return {"kind": "tasks", "title": title, "rows": [{"section": section, "task": task} for section, task in TASKS.items()]}


def evidence_of(decree: Decree) -> list[dict[str, Any]]:
    """Each row's evidence, by hash: of the proposals that lead here, and of the decree itself."""
    orders = dict(decree.rows.filter(struck=False).values_list("kampung", "order"))
    found = Evidence.objects.filter(kampung__in=orders).exclude(file__proposal__state__in=["rejected", "withdrawn"])
    uploads = [
        {"row": orders[e.kampung_id], "kind": e.kind, "sha256": e.attachment.sha256}
        for e in found.select_related("attachment").order_by("kampung", "pk")
    ]  # fmt: skip
    letters = signed_letters().filter(concerns__proposal__kampung__in=orders)
    kept = with_scans(letters.exclude(concerns__proposal__state__in=["rejected", "withdrawn"])).select_related("concerns__proposal")
    return uploads + [
        {"row": orders[paper.concerns.proposal.kampung_id], "kind": WRITTEN[paper.kind]} | hashes_in(paper) for paper in kept
    ]
