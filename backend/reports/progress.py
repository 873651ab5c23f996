"""How far a draft has come: each section with what is still wrong in it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from workflows.reports.definition import Section
from workflows.reports.models import Report
from workflows.reports.sending import faults_of


@dataclass(frozen=True)
class Stand:
    """`faults` by field, in words; `begun`: somebody has saved something in it; `told`: it holds a figure."""

    section: Section
    faults: dict[str, str]
    begun: bool
    told: bool


@dataclass(frozen=True)
class Progress:
    sections: list[Stand]

    @property
    def complete(self) -> int:
        return sum(not one.faults for one in self.sections)

    @property
    def words(self) -> str:
        return _("%(n)d dari %(all)d bagian lengkap") % {"n": self.complete, "all": len(self.sections)}

    @property
    def first_open(self) -> Section | None:
        return next((one.section for one in self.sections if one.faults), None)


def progress_of(report: Report) -> Progress:
    wrong, begun = faults_of(report, report.offered, report.figures), set(report.saved.values_list("section", flat=True))
    return Progress([
        Stand(section, {field.key: wrong[field.key] for field in section.fields if field.key in wrong}, section.key in begun,
              bool(section.of(report.figures)))
        for section in report.offered.sections
    ])  # fmt: skip
