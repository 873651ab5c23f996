"""Starting and changing drafts: ordinary saves of the drafting office, which never set a state."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from rest_framework import serializers

from backend.access import ISSUERS, acting_mandate, decrees_for, drafting_mandate, issuers_for, mandates_of
from backend.api.parsing import LARGEST
from backend.api.parts import Id
from workflows.core.clock import today
from workflows.core.errors import BadValues
from workflows.decrees import drafting
from workflows.decrees.models import Decree, DecreeLink, DecreeRow, LegalBasis
from workflows.decrees.states import DecreeKind, Defect, EffectKind, LinkKind, Signing
from workflows.organisation.models import Office, Person, Region, RegionCode

MOST_ROWS = 1000


class Text(serializers.ListField):
    """Paragraphs, in their order."""

    def __init__(self, **given: Any) -> None:
        super().__init__(child=serializers.CharField(max_length=10_000), max_length=200, **given)


class Words(serializers.Serializer):
    subject = serializers.CharField(max_length=500)
    considerations = Text(required=False, help_text="Menimbang.")
    clauses = Text(required=False, help_text="Diktum.")
    copies_to = Text(required=False, help_text="Tembusan.")


class DecreeFields(Words):
    effects = serializers.ListField(child=serializers.ChoiceField(EffectKind.choices), required=False, max_length=10)
    signing = serializers.ChoiceField(Signing.choices, required=False)
    effective_on = serializers.DateField(required=False, allow_null=True)
    expires_on = serializers.DateField(required=False, allow_null=True)
    retroactive = serializers.BooleanField(required=False, help_text="For an amendment or an annulment, with `grounds`.")
    grounds = serializers.CharField(required=False, max_length=500, allow_blank=True)
    defect = serializers.ChoiceField(Defect.choices, required=False, allow_blank=True)
    bases = serializers.ListField(child=Id(), required=False, max_length=100, help_text="Legal bases, by id.")
    mandate = Id(required=False, allow_null=True)


class NewDecree(DecreeFields):
    kind = serializers.ChoiceField(DecreeKind.choices)
    issuer = Id(help_text="The office that decides.")


class DecreeEdit(DecreeFields):
    subject = serializers.CharField(max_length=500, required=False)
    version = serializers.IntegerField(min_value=0, max_value=LARGEST, help_text="The file's, as you saw it.")


class RowData(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=150, help_text="Of the Kampung KB.")
    note = serializers.CharField(required=False, max_length=300)


class NewRowData(RowData):
    hamlet = serializers.CharField(required=False, max_length=100)


class NewRow(serializers.Serializer):
    """A village, by its id or by its Kemendagri code."""

    region = Id(required=False)
    code = serializers.CharField(required=False, max_length=13)
    data: Any = NewRowData(required=False, default=dict)  # `Any`: serializers have an attribute of that name themselves


class NewRows(serializers.Serializer):
    rows = serializers.ListField(child=NewRow(), min_length=1, max_length=MOST_ROWS)
    mandate = Id(required=False, allow_null=True)
    version = serializers.IntegerField(required=False, min_value=0, max_value=LARGEST)


class RowEdit(serializers.Serializer):
    data: Any = RowData()  # as above
    mandate = Id(required=False, allow_null=True)
    version = serializers.IntegerField(required=False, min_value=0, max_value=LARGEST)


class NewLink(serializers.Serializer):
    decree = Id(help_text="The earlier one.")
    kind = serializers.ChoiceField(LinkKind.choices)
    mandate = Id(required=False, allow_null=True)
    version = serializers.IntegerField(required=False, min_value=0, max_value=LARGEST)


class Struck(serializers.Serializer):
    row = serializers.IntegerField(min_value=1, max_value=LARGEST)
    reason = serializers.CharField(max_length=300)


class Added(serializers.Serializer):
    region = Id()
    data: Any = NewRowData(required=False)  # as above


class Changes(Words):
    """What `revise` takes."""

    subject = serializers.CharField(max_length=500, required=False)
    strike = Struck(many=True, required=False)
    add = Added(many=True, required=False)


@transaction.atomic
def start(person: Person, given: dict[str, Any]) -> Decree:
    """A new draft. Raises `BadValues` when that office does not issue such decrees for mine."""
    kind, issuer = given.pop("kind"), given.pop("issuer")
    chosen, bases = given.pop("mandate", None), given.pop("bases", [])
    office = Office.objects.select_related("region").filter(pk=issuer, role=ISSUERS[kind]).first()
    if office is None or office.region is None:
        raise BadValues({"issuer": _("Kantor ini tidak menerbitkan keputusan jenis itu.")})
    by = drafting_mandate(person, office.region, chosen)
    if not issuers_for(by).filter(pk=office.pk).exists():
        raise BadValues({"issuer": _("Kantor Anda tidak menyusun keputusan untuk %(office)s.") % {"office": office}})
    decree = drafting.start_decree(kind, office, by, **given)
    decree.bases.set(known_bases(bases, decree))
    return decree


def change(person: Person, decree: Decree, given: dict[str, Any]) -> None:
    """Change fields of a draft. Raises `Conflict` and `Refused` as `open_draft` does, `BadValues` naming the field."""
    editor = editing(person, decree, given)
    bases = given.pop("bases", None)
    drafting.edit(decree, bases=None if bases is None else known_bases(bases, decree), **editor, **given)


def editing(person: Person, decree: Decree, given: dict[str, Any]) -> dict[str, Any]:
    """Who edits and which version was seen, taking `mandate` and `version` out of what was given."""
    by = acting_mandate(person, decree, given.pop("mandate", None))
    return {"by": by, "version": given.pop("version", None)}


def known_bases(keys: list[int], decree: Decree) -> list[LegalBasis]:
    region = decree.file.region
    found = LegalBasis.objects.citable(region, today(region.zone), decree).in_bulk(keys)
    if missing := [str(key) for key in keys if key not in found]:
        raise BadValues({"bases": _("Dasar hukum ini tidak ada: %(ids)s.") % {"ids": ", ".join(missing)}})
    return list(found.values())


def add_rows(person: Person, decree: Decree, given: dict[str, Any]) -> list[DecreeRow]:
    """Put villages on a draft: all or none. Raises `BadValues` naming each row."""
    rows = zip(villages(given["rows"]), (row["data"] for row in given["rows"]), strict=True)
    return drafting.add_rows(decree, rows=list(rows), **editing(person, decree, given))


def villages(rows: list[dict[str, Any]]) -> list[Region]:
    """The regions that rows name by id or code. Raises `BadValues` naming each row that names none."""
    by_id = Region.objects.in_bulk([row["region"] for row in rows if "region" in row])
    codes = RegionCode.objects.filter(code__in=[row["code"] for row in rows if "code" in row], until=None)
    by_code = {code.code: code.region for code in codes.select_related("region")}
    found = [by_id.get(row["region"]) if "region" in row else by_code.get(row.get("code", "")) for row in rows]
    words = _("Desa/kelurahan ini tidak dikenal; periksa kode atau id-nya.")
    if wrong := {f"rows.{n}": words for n, region in enumerate(found, 1) if region is None}:
        raise BadValues(wrong)
    return [region for region in found if region is not None]


def describe_row(person: Person, decree: Decree, order: int, given: dict[str, Any]) -> DecreeRow:
    return drafting.describe_row(decree, order=order, data=given["data"], **editing(person, decree, given))


def remove_row(person: Person, decree: Decree, order: int) -> None:
    drafting.remove_rows(decree, orders=[order], **editing(person, decree, {}))


def link(person: Person, decree: Decree, given: dict[str, Any]) -> DecreeLink:
    """Say what a draft does to an earlier decree. Raises `BadValues` for one that is not there, or itself."""
    other = decrees_for(mandates_of(person)).exclude(pk=decree.pk).filter(pk=given["decree"]).first()
    if other is None:
        raise BadValues({"decree": _("Keputusan ini tidak ada; pilih keputusan lain yang sudah terbit.")})
    return drafting.link(decree, other=other, kind=given["kind"], **editing(person, decree, given))
