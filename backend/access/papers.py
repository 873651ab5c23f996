"""What lies beside files: their papers, records, attachments, and the journal about them."""

from functools import reduce
from operator import or_

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from documents.forms import SIGNED, Form
from documents.models import Document
from workflows.coaching.models import VisitPhoto
from workflows.core.models import Attachment, JournalEntry, JournalSubject
from workflows.decrees.models import Conveyance
from workflows.decrees.states import Signing
from workflows.evaluations.models import EvidencePhoto
from workflows.meetings.models import AttendanceSheet
from workflows.meetings.states import SheetState
from workflows.organisation.models import (
    Person,
)
from workflows.reports.models import Enclosure
from workflows.routes.models import Assignment, PaperRecord
from workflows.routes.states import AssignmentKind
from workflows.villages.models import Evidence

from .files import files_for, tasks_for, villages_for
from .oversight import overseen, substitutions_for
from .scope import Mandates, mandates_of, scope_of
from .year import reports_for, visits_for


def documents_for(mandates: Mandates) -> QuerySet[Document]:
    """The papers of the files that may be seen; one that waits for its electronic signature, by those only who give it.

    It prints its QR code already, and nobody else may hold that before the last act.
    """
    signed = Document.objects.filter(file=OuterRef("file"), form=SIGNED)
    mine = Assignment.objects.filter(
        file=OuterRef("file"), kind=AssignmentKind.SIGN_DOCUMENT, office__in=scope_of(mandates).offices
    )
    waits = Document.objects.filter(
        ~Exists(signed), ~Exists(mine), pk=OuterRef("pk"), form=Form.FINAL, content__issue__signature=Signing.TTE
    )
    return Document.objects.filter(~Exists(waits), file__in=files_for(mandates))


def records_for(mandates: Mandates) -> QuerySet[PaperRecord]:
    """Acts recorded from paper, on tasks that may be seen."""
    return PaperRecord.objects.filter(assignment__in=tasks_for(mandates))


def journal_for(mandates: Mandates) -> QuerySet[JournalEntry]:
    """The acts on files and villages that may be seen."""
    subjects = JournalSubject.objects.filter(entry=OuterRef("pk"))
    files = subjects.filter(file_id__in=files_for(mandates).values("pk"))
    villages = subjects.filter(kind="kampungkb", object_id__in=villages_for(mandates).values("pk"))
    reports = subjects.filter(kind="report", object_id__in=reports_for(mandates).values("pk"))
    return JournalEntry.objects.filter(Exists(files) | Exists(villages) | Exists(reports))


def attachments_for(person: Person) -> QuerySet[Attachment]:
    """One's own uploads, and the papers beside what may be seen: evidence, scans, records from paper; for those who see to
    stuck work, what proves the outcome of a request to sign. A sheet that was taken away only its organiser sees.
    """
    mandates = mandates_of(person)
    files = files_for(mandates).values("pk")
    evidence = Evidence.objects.filter(attachment=OuterRef("pk"), file__in=files)
    records = PaperRecord.objects.filter(scan=OuterRef("pk"), file__in=files)
    compared = Assignment.objects.filter(
        kind=AssignmentKind.CONFIRM_SCAN, note=Cast(OuterRef("pk"), TextField()), file__in=files
    )
    here = scope_of(mandates).within("row__kampung__region__")
    proofs = Conveyance.objects.filter(here, proof=OuterRef("pk"), row__decree__in=files)
    orders = substitutions_for(person).filter(order=OuterRef("pk"))
    settled = JournalEntry.objects.filter(
        overseen(mandates).within("office__region__"), act="organisation.Office.settle_signing"
    )
    proven = settled.alias(evidence=Cast(KT("values__evidence"), BigIntegerField())).filter(evidence=OuterRef("pk"))
    visited = VisitPhoto.objects.filter(attachment=OuterRef("pk"), visit__in=visits_for(mandates).values("pk"))
    photos = EvidencePhoto.objects.filter(attachment=OuterRef("pk"), evaluation__in=files)
    enclosed = Enclosure.objects.filter(attachment=OuterRef("pk"), report__in=reports_for(mandates))
    attached = Q(state=SheetState.ATTACHED) | Q(file__office__in=scope_of(mandates).offices)
    sheets = AttendanceSheet.objects.filter(attached, attachment=OuterRef("pk"), rakor__in=files)
    beside = (proven, orders, evidence, photos, enclosed, visited, sheets, records, compared, proofs)
    return Attachment.objects.filter(Q(uploaded_by=person) | reduce(or_, map(Exists, beside)))
