"""Drafts are made and edited by ordinary saves, which raise the file's version under its lock and never set a state."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.models import File, raise_version
from workflows.organisation.models import Mandate, Office, Region, RegionCode
from workflows.villages.models import KampungKB

from .models import Claim, Decree, DecreeLink, DecreeRow
from .states import DecreeKind, DecreeState

EDITABLE = ["subject", "considerations", "clauses", "copies_to", "effects", "signing", "effective_on", "expires_on"]
EDITABLE_STATES = [DecreeState.DRAFT, DecreeState.RETURNED]


@transaction.atomic
def start_decree(
    kind: str, issuer: Office, by: Mandate, *, subject: str, example: bool = False, **fields: Any
) -> Decree:
    """A new draft in the drafter's office. `fields` as in `EDITABLE`. Raises `BadValues` naming the field."""
    if kind not in DecreeKind.values:
        raise BadValues({"kind": _("Jenis keputusan tidak dikenal.")})
    region = issuer.region
    file = File.objects.create(
        kind="decree",
        title=subject,
        region=region,
        zone=region.zone,
        office=by.office,
        drafted_by=by.person,
        example=example,
    )
    decree = Decree(file=file, kind=kind, issuer=issuer, subject=subject)
    fill_in(decree, fields)
    decree.save(force_insert=True)
    return decree


@transaction.atomic
def edit(decree: Decree, *, bases: Iterable | None = None, **fields: Any) -> None:
    """Change a draft or a returned decree. Raises `BadValues` when it is neither, or for an unknown field."""
    raise_version(decree.pk)
    decree.refresh_from_db(fields=["state"])
    if decree.state not in EDITABLE_STATES:
        raise BadValues({"state": _("Naskah ini sedang diperiksa; hanya pemegang tugas yang dapat mengubahnya.")})
    fill_in(decree, fields)
    decree.save(update_fields=[*fields])
    if bases is not None:
        decree.bases.set(bases)
    if "effects" in fields:
        renew_claims(decree)
    if "subject" in fields:
        File.objects.filter(pk=decree.pk).update(title=decree.subject)


def fill_in(decree: Decree, fields: dict[str, Any]) -> None:
    if unknown := set(fields) - set(EDITABLE):
        raise BadValues({name: _("tidak dikenal") for name in unknown})
    for name, value in fields.items():
        setattr(decree, name, value)


def unit_of(region: Region, hamlet: str = "") -> KampungKB:
    """The unit of a village (or of one of its hamlets), made in *draft* if it does not exist yet."""
    scope = "hamlet" if hamlet else "village"
    return KampungKB.objects.get_or_create(region=region, scope=scope, hamlet=hamlet)[0]


@transaction.atomic
def add_rows(decree: Decree, rows: Iterable[tuple[Region, dict[str, Any]]]) -> list[DecreeRow]:
    """Put villages on a draft, with what the annex prints beside each (`name`, `note`, `hamlet`).

    Raises `BadValues` naming every row that is a double, lies outside the issuer's territory, or stands on another
    open draft; then none is added.
    """
    raise_version(decree.pk)
    given = [(region, dict(data)) for region, data in rows]
    wrong = problems_of_rows(
        decree, [region for region, _data in given], [data.get("hamlet", "") for _r, data in given]
    )
    if wrong:
        raise BadValues(wrong)
    units = units_of(given)
    start = (decree.rows.order_by("-order").values_list("order", flat=True).first() or 0) + 1
    made = [
        DecreeRow(decree=decree, kampung=unit, order=start + n, data=data)
        for n, (unit, (_region, data)) in enumerate(zip(units, given, strict=True))
    ]
    DecreeRow.objects.bulk_create(made)
    claim(decree, made)
    return made


@transaction.atomic
def remove_rows(decree: Decree, orders: Iterable[int]) -> int:
    """Take rows off a draft by their numbers; the villages are free for other drafts. Returns how many were there."""
    raise_version(decree.pk)
    rows = decree.rows.filter(order__in=list(orders))
    Claim.objects.filter(row__in=rows).delete()
    return rows.delete()[0]


def add_rows_by_code(decree: Decree, rows: Iterable[tuple[str, dict[str, Any]]]) -> list[DecreeRow]:
    """The same for villages given by their Kemendagri code, as a list pasted or a file has them.

    Raises `BadValues` naming each row whose code nobody bears today, and as `add_rows` does.
    """
    given = list(rows)
    bears = {
        c.code: c.region
        for c in RegionCode.objects.filter(code__in=[code for code, _d in given], until=None).select_related("region")
    }
    words = _("Kode wilayah %(code)s tidak dikenal.")
    wrong = {f"rows.{n}": words % {"code": code} for n, (code, _d) in enumerate(given, 1) if code not in bears}
    if wrong:
        raise BadValues(wrong)
    return add_rows(decree, [(bears[code], data) for code, data in given])


def units_of(given: list[tuple[Region, dict[str, Any]]]) -> list[KampungKB]:
    """The units of the rows, in their order; missing ones are made by one insert."""
    wanted = [(region.pk, data.get("hamlet", "")) for region, data in given]
    KampungKB.objects.bulk_create(
        [KampungKB(region_id=r, hamlet=h, scope="hamlet" if h else "village") for r, h in wanted], ignore_conflicts=True
    )
    found = {(k.region_id, k.hamlet): k for k in KampungKB.objects.filter(region__in=[r for r, _h in wanted])}
    return [found[key] for key in wanted]


def problems_of_rows(decree: Decree, regions: list[Region], hamlets: list[str]) -> dict[str, str]:
    """Field errors by row: `rows.3` → what is wrong."""
    there = set(decree.rows.values_list("kampung__region", "kampung__hamlet"))
    inside = decree.issuer.region.path
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
    claims = [
        Claim(row=row, decree=decree, kampung=row.kampung, effect=effect) for row in rows for effect in decree.effects
    ]
    try:
        with transaction.atomic():
            Claim.objects.bulk_create(claims)
    except IntegrityError as error:
        taken = Claim.objects.filter(open=True, kampung__in=[r.kampung for r in rows], effect__in=decree.effects)
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
def link(decree: Decree, other: Decree, kind: str) -> DecreeLink:
    """Say that this draft amends, revokes or replaces an earlier decree."""
    raise_version(decree.pk)
    return DecreeLink.objects.create(decree=decree, other=other, kind=kind)
