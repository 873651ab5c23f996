from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


def deciding_mandate():
    """The mandate of this act, if it is in force today, the actor's own, and more than staff."""
    mandates = all_of("organisation.Mandate").filter(pk=act.mandate, person=act.person)
    ended = Q(until__isnull=False, until__lt=act.on)
    return mandates.filter(since__lte=act.on).exclude(ended).exclude(capacity="staf")


@rule(_("Tugas ini milik {about}, atau penugasan Anda tidak berlaku pada tanggal ini."), solved_by=_("pejabat kantor itu"))
def task_of_my_office(tasks):
    """Whoever decides holds, today, a mandate for the office (his own, or a.n./u.b. for it). Staff never decide."""
    mine = deciding_mandate().filter(Q(acts_for=None, office=OuterRef("office")) | Q(acts_for=OuterRef("office")))
    return tasks.filter(~Exists(mine)).annotate(about=F("office__label"))
