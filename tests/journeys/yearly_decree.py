"""The yearly decree of Lampung Barat, 136 villages, as the stories leave it: it waits at Bagian Hukum."""

from tests.backend.pages.decrees import read_of, task_of
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment

SUBJECT = "Kelompok Kerja Kampung Keluarga Berkualitas Tahun Berikutnya"
LADDER = {"legal": "kabag", "assistant": "asisten", "secretary": "sekda", "regent": "bupati"}


def yearly_decree() -> Decree:
    return Decree.objects.select_related("file").get(subject=SUBJECT)


def hurried_on(decree: Decree, until: str) -> Assignment:
    """Approved by everybody before the office of the role `until`, whose task it returns."""
    while (task := task_of(decree)).office.role != until:
        by = Mandate.objects.get(person__username=f"lampung-barat.{LADDER[task.office.role]}", office=task.office)
        perform(Assignment.approve, task, by=by, read=read_of(decree))
    return task
