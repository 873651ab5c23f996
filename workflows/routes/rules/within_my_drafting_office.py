from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


def mandate_today():
    """The actor's mandate, staff included, if it is in force on the database's day (not on a date taken from paper)."""
    mandates = all_of("organisation.Mandate").filter(pk=act.mandate, person=act.person, since__lte=act.today)
    return mandates.exclude(Q(until__isnull=False) & Q(until__lt=act.today))


@rule(_("Naskah ini disusun oleh {about}; hanya kantor itu yang dapat mengajukan atau menariknya."), solved_by=_("penyusun"))
def within_my_drafting_office(files):
    """Drafting, handing in and withdrawing belong to the office that drafts; its staff may do it too."""
    return files.filter(~Exists(mandate_today().filter(office=OuterRef("file__office")))).annotate(
        about=F("file__office__label")
    )  # fmt: skip
