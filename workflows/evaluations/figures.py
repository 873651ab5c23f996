"""Whether the figures that an evaluation was computed from are still those that are stored."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from workflows.core.errors import Problem
from workflows.routes.queries import WAITING, assignments

from .computing import Difference, differences
from .content import with_its_round
from .facts import labels


def figures_still_hold(deed, tasks) -> list[Problem]:
    """An evaluation is accepted with the figures that stand: were they corrected meanwhile, it is computed again first."""
    later = assignments().filter(run=OuterRef("run"), state=WAITING)
    last = tasks.filter(~Exists(later), step__isnull=False)
    return [said(one) for one in differences(with_its_round().filter(file__in=last.values("file")))]


def said(difference: Difference) -> Problem:
    known = labels()
    names = ", ".join(str(known[name]) for name in difference.facts) or _("cara menghitung")
    words = _("Data berubah sejak diajukan (%(names)s). Hitung ulang dahulu, lalu periksa hasilnya.") % {"names": names}
    return Problem(difference.evaluation.pk, "evaluation", "figures_still_hold", words, _("pemegang tugas sekarang"))
