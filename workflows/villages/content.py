"""What the approvers of a proposal see, frozen on submission (schema siklus/proposal/1)."""

from typing import Any

from workflows.core.clock import today
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Region
from workflows.routes.submitting import Content

from .evidence import hashes_of
from .models import Evidence, Proposal
from .naming import name_on
from .states import EvidenceKind

SCHEMA, TEMPLATE = "siklus/proposal/1", "surat_usulan@1"


def content_of(file) -> Content:
    """The content of a proposal's file and its parts: text, checklist, evidence, and the field check."""
    proposal = Proposal.objects.select_related("kampung__region__parent__parent").get(pk=file.pk)
    papers = hashes_of(file.pk, Evidence.objects)
    on_the_spot = [paper for paper in papers if paper["kind"] == EvidenceKind.FIELD_CHECK]
    text = text_of(proposal, file)
    checklist = {"era": proposal.era, "preconditions": proposal.preconditions, "criteria": proposal.criteria}
    evidence = [paper for paper in papers if paper not in on_the_spot]
    field_check = {"answers": proposal.field_check, "evidence": on_the_spot}
    content = text | {"checklist": checklist, "evidence": evidence, "field_check": field_check}
    parts = {"text": text, "checklist": checklist, "evidence": evidence, "field_check": field_check}
    return Content(content, parts, TEMPLATE)


def text_of(proposal: Proposal, file) -> dict[str, Any]:
    return {
        "schema": SCHEMA, "kind": "proposal", "template": TEMPLATE, "example": file.example, "title": file.title,
        "village": village_of(proposal.kampung, today(file.zone)), "profile": proposal.profile,
        "letter": {"number": proposal.letter_number, "date": proposal.letter_on and proposal.letter_on.isoformat()},
    }  # fmt: skip


def village_of(kampung, on) -> dict[str, Any]:
    """The village as papers print it on a day."""
    region = with_labels(Region.objects.filter(pk=kampung.region_id)).get()
    code = region.codes.in_force(on).first()
    return {
        "name": name_on(region, on), "label": region.label, "kind": region.kind, "code": code.code if code else "",
        "hamlet": kampung.hamlet, "kampung": kampung.name, "district": name_on(kampung.region.parent, on),
        "regency": name_on(kampung.region.parent.parent, on),
    }  # fmt: skip
