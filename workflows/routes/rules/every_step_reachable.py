from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..naming import steps_of
from ..states import AssignmentKind


@rule(_("{about} tidak pernah tercapai: alur sudah selesai pada keputusan sebelumnya."))
def every_step_reachable(versions):
    """The signatory's decision ends a run; nothing comes after it."""
    decided = all_of("routes.Step").filter(version=OuterRef("version"), kind=AssignmentKind.SIGN, order__lt=OuterRef("order"))
    return steps_of(versions).filter(Exists(decided))
