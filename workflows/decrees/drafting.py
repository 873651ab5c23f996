"""Drafts are made and edited by ordinary saves, which raise the file's version under its lock and never set a state."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.examples import made_up
from workflows.core.models import File
from workflows.organisation.models import Mandate, Office, Region, RegionCode, Role
from workflows.routes.drafts import in_force_today, open_draft
from workflows.villages.models import KampungKB

from .models import Claim, Decree, DecreeLink, DecreeRow
from .states import DecreeKind, DecreeState

EDITABLE = ["subject", "considerations", "clauses", "copies_to", "effects", "signing", "effective_on", "expires_on",
            "clause_changes", "retroactive", "grounds", "defect"]  # fmt: skip
EDITABLE_STATES = [DecreeState.DRAFT, DecreeState.RETURNED]


@transaction.atomic
def start_decree(
    kind: str, issuer: Office, by: Mandate, *, subject: str, example: bool = False, **fields: Any
) -> Decree:
    """A new draft in the drafter's office. `fields` as in `EDITABLE`.

    Raises `BadValues` naming the field, `Refused` when that office does not draft for the issuer.
    """
    if kind not in DecreeKind.values:
        raise BadValues({"kind": _("Jenis keputusan tidak dikenal.")})
    region = issuer.region
    assert region is not None  # only the clock's own office has none
    if by.office.region_id != region.pk or by.office.role == Role.PARTNER or not in_force_today(by, region.zone):
        words = _("Kantor Anda tidak menyusun keputusan untuk %(office)s.") % {"office": issuer.label}
        raise Refused([Problem(issuer.pk, "office", "drafts_for_the_issuer", words, _("kantor di wilayah penerbit"))])
    file = File.objects.create(
        kind="decree", title=subject, region=region, zone=region.zone, office=by.office, drafted_by=by.person,
        example=made_up(example),
    )  # fmt: skip
    decree = Decree(file=file, kind=kind, issuer=issuer, subject=subject)
    fill_in(decree, fields)
    decree.save(force_insert=True)
    return decree


@transaction.atomic
def edit(decree: Decree, by: Mandate, *, version: int | None = None, bases: Iterable | None = None, **fields: Any) -> None:
    """Change a draft or a returned decree; `version` is what the editor saw.

    Raises `BadValues` for an unknown field, `Conflict` or `Refused` as `open_draft` does. So do all that follow.
    """
    open_draft(decree, by, EDITABLE_STATES, version)
    before = decree.effects
    fill_in(decree, fields)
    decree.save(update_fields=[*fields])
    if bases is not None:
        decree.bases.set(bases)
    if "effects" in fields:
        decree.rows.filter(effects=before).update(effects=decree.effects)
        renew_claims(decree)
    if "subject" in fields:
        File.objects.filter(pk=decree.pk).update(title=decree.subject)


def fill_in(decree: Decree, fields: dict[str, Any]) -> None:
    if unknown := set(fields) - set(EDITABLE):
        raise BadValues({name: _("tidak dikenal") for name in unknown})
    for name, value in fields.items():
        setattr(decree, name, value)


@transaction.atomic
def add_rows(
    decree: Decree, by: Mandate, rows: Iterable[tuple[Region, dict[str, Any]]], version: int | None = None
) -> list[DecreeRow]:
    """Put villages on a draft, with what the annex prints beside each (`name`, `note`, `hamlet`).

    Raises `BadValues` naming every row that is a double, lies outside the issuer's territory, or stands on another
    open draft; then none is added.
    """
    open_draft(decree, by, EDITABLE_STATES, version)
    return put_on(decree, rows)


def add_rows_by_code(decree: Decree, by: Mandate, rows: Iterable[tuple[str, dict[str, Any]]]) -> list[DecreeRow]:
    """The same for villages given by their Kemendagri code, as a list pasted or a file has them.

    Raises `BadValues` naming each row whose code nobody bears today, and as `add_rows` does.
    """
    given = list(rows)
    borne = RegionCode.objects.filter(code__in=[code for code, _d in given], until=None).select_related("region")
    bears = {code.code: code.region for code in borne}
    words = _("Kode wilayah %(code)s tidak dikenal.")
    if wrong := {f"rows.{n}": words % {"code": code} for n, (code, _d) in enumerate(given, 1) if code not in bears}:
        raise BadValues(wrong)
    return add_rows(decree, by, [(bears[code], data) for code, data in given])


@transaction.atomic
def describe_row(decree: Decree, by: Mandate, order: int, data: dict[str, Any], version: int | None = None) -> DecreeRow:
    """What the annex prints beside the village: `name`, `note`. The village itself stays."""
    open_draft(decree, by, EDITABLE_STATES, version)
    [row] = rows_numbered(decree, [order])
    row.data |= data
    row.save(update_fields=["data"])
    return row


@transaction.atomic
def remove_rows(decree: Decree, by: Mandate, orders: Iterable[int], version: int | None = None) -> None:
    """Take rows off a draft by their numbers; the villages are free for other drafts at once."""
    open_draft(decree, by, EDITABLE_STATES, version)
    for row in rows_numbered(decree, orders):
        row.delete()


def rows_numbered(decree: Decree, orders: Iterable[int]) -> list[DecreeRow]:
    """The rows with these numbers. Raises `BadValues` naming each that is not there."""
    there = {row.order: row for row in decree.rows.filter(order__in=list(orders))}
    words = _("Daftar ini tidak mempunyai baris %(order)d.")
    if wrong := {f"row.{order}": words % {"order": order} for order in orders if order not in there}:
        raise BadValues(wrong)
    return list(there.values())


def put_on(
    decree: Decree, rows: Iterable[tuple[Region, dict[str, Any]]], effects: list[str] | None = None
) -> list[DecreeRow]:
    """Put villages on a decree whose file is locked for an edit; its `effects` are theirs unless others are given.

    Raises `BadValues` as `add_rows` does.
    """
    given = [(region, dict(data)) for region, data in rows]
    if wrong := problems_of_rows(decree, [region for region, _d in given], [data.get("hamlet", "") for _r, data in given]):
        raise BadValues(wrong)
    units = units_of(given)
    start = (decree.rows.order_by("-order").values_list("order", flat=True).first() or 0) + 1
    made = [
        DecreeRow(decree=decree, kampung=unit, order=start + n, data=data, effects=decree.effects if effects is None else effects)
        for n, (unit, (_region, data)) in enumerate(zip(units, given, strict=True))
    ]
    DecreeRow.objects.bulk_create(made)
    claim(decree, made)
    return made


def units_of(given: list[tuple[Region, dict[str, Any]]]) -> list[KampungKB]:
    """The units of the rows, in their order; missing ones are made by one insert.

    In key order, as are the claims: two who list the same villages in another order would else wait for each other.
    """
    wanted = [(region.pk, data.get("hamlet", "")) for region, data in given]
    units = [KampungKB(region_id=r, hamlet=h, scope="hamlet" if h else "village") for r, h in sorted(set(wanted))]
    KampungKB.objects.bulk_create(units, ignore_conflicts=True)
    found = {(k.region_id, k.hamlet): k for k in KampungKB.objects.filter(region__in=[r for r, _h in wanted])}
    return [found[key] for key in wanted]


def problems_of_rows(decree: Decree, regions: list[Region], hamlets: list[str]) -> dict[str, str]:
    """Field errors by row: `rows.3` → what is wrong."""
    there = set(decree.rows.values_list("kampung__region", "kampung__hamlet"))
    inside = decree.issuer.territory.path
    wrong: dict[str, str] = {}
    for n, (region, hamlet) in enumerate(zip(regions, hamlets, strict=True), 1):
        if region.level != "village" or not region.path.startswith(inside):
            wrong[f"rows.{n}"] = _("%(name)s berada di luar wilayah %(office)s.") % {
                "name": region,
                "office": decree.issuer.region,
            }
        elif (region.pk, hamlet) in there:
            wrong[f"rows.{n}"] = _("%(name)s tercantum dua kali.") % {"name": region}
        there.add((region.pk, hamlet))
    return wrong


def claim(decree: Decree, rows: list[DecreeRow]) -> None:
    """Note that these villages stand on this open draft, per effect. Raises `BadValues` naming those already taken."""
    ordered = sorted(rows, key=attrgetter("kampung_id"))
    claims = [Claim(row=row, decree=decree, kampung=row.kampung, effect=e) for row in ordered for e in sorted(row.effects)]
    try:
        with transaction.atomic():
            Claim.objects.bulk_create(claims)
    except IntegrityError as error:
        effects = {effect for row in rows for effect in row.effects}
        taken = Claim.objects.filter(open=True, kampung__in=[r.kampung for r in rows], effect__in=effects)
        taken = taken.exclude(decree=decree).select_related("kampung__region", "decree")
        words = _("%(name)s sudah ada dalam konsep lain: %(title)s.")
        found = {
            f"rows.{c.kampung.region}": words % {"name": c.kampung.region, "title": c.decree.subject} for c in taken
        }
        if not found:
            raise
        raise BadValues(found) from error


def renew_claims(decree: Decree) -> None:
    Claim.objects.filter(decree=decree).delete()
    claim(decree, list(decree.rows.filter(struck=False).select_related("kampung")))


@transaction.atomic
def link(decree: Decree, by: Mandate, other: Decree, kind: str, version: int | None = None) -> DecreeLink:
    """Say that this draft amends, revokes or replaces an earlier decree; the same again stays one.

    Raises `BadValues` where it does something else to it already.
    """
    open_draft(decree, by, EDITABLE_STATES, version)
    made, _new = DecreeLink.objects.get_or_create(decree=decree, other=other, defaults={"kind": kind})
    if made.kind != kind:
        raise BadValues({"kind": _("Konsep ini sudah menyebut keputusan itu: %(kind)s.") % {"kind": made.get_kind_display()}})
    return made
