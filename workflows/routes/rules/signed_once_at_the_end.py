from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import AssignmentKind


@rule(_("Alur keputusan berakhir pada tepat satu langkah tanda tangan (sign) tanpa syarat, sendiri dalam urutannya."))
def signed_once_at_the_end(versions):
    """A decree is decided by one signatory, last and alone, whatever it says."""
    sign = Q(steps__kind=AssignmentKind.SIGN)
    beside = all_of("routes.Step").filter(version=OuterRef("version"), order__gte=OuterRef("order")).exclude(pk=OuterRef("pk"))
    disturbed = all_of("routes.Step").filter(version=OuterRef("pk"), kind=AssignmentKind.SIGN)
    disturbed = disturbed.filter(Exists(beside) | ~Q(condition={}))
    decrees = versions.filter(route__subject="decree").alias(signs=Count("steps", filter=sign))
    return decrees.filter(~Q(signs=1) | Exists(disturbed))
