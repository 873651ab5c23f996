"""Which acts a log holds: those of a territory between two days."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from workflows.core.models import File, JournalEntry, JournalSubject
from workflows.organisation.models import Office, Region
from workflows.organisation.models.region import within
from workflows.reports.models import Report
from workflows.villages.models import KampungKB


@dataclass(frozen=True)
class Period:
    """From one day through another, as the journal dates acts."""

    region: Region
    since: date
    until: date

    @property
    def subjects(self) -> QuerySet[JournalSubject]:
        """What acts touched in the territory; what the same act did elsewhere is nobody's business here.

        Three questions, each with an index of its own, and not one with OR, which would read the whole journal.
        """
        noted = JournalSubject.objects.order_by().values("pk")
        units = KampungKB.objects.filter(within(self.region.path, "region__"))
        reports = Report.objects.filter(within(self.region.path, "kampung__region__"))
        here = noted.filter(file_id__in=self.files_here.values("pk")).union(
            noted.filter(kind="kampungkb", object_id__in=units.values("pk")),
            noted.filter(kind="report", object_id__in=reports.values("pk")),
        )
        return JournalSubject.objects.filter(pk__in=here, entry__on__range=(self.since, self.until))

    @property
    def files_here(self) -> QuerySet[File]:
        return File.objects.filter(within(self.region.path, "region__"))

    @property
    def files(self) -> QuerySet[File]:
        """Those that acts touched."""
        return self.files_here.filter(pk__in=self.subjects.values("file_id"))

    @property
    def entries(self) -> QuerySet[JournalEntry]:
        """In the order in which they were written, each with the `subjects_here`."""
        here = Prefetch("subjects", self.subjects.order_by("pk"), to_attr="subjects_here")
        found = JournalEntry.objects.filter(pk__in=self.subjects.values("entry"))
        return found.select_related("office", "mandate").prefetch_related(here).order_by("pk")

    @property
    def offices(self) -> QuerySet[Office]:
        """Those that acted."""
        return Office.objects.filter(pk__in=self.entries.order_by().values("office"))
