from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..naming import steps_of
from ..states import AssignmentKind


@rule(_("{about}: hanya keputusan yang diputus dengan tanda tangan; pakai review, endorse atau paraf."))
def only_decrees_are_signed(versions):
    return steps_of(versions).filter(kind=AssignmentKind.SIGN).exclude(version__route__subject="decree")
