"""What a rakor looks at besides its own motions: what earlier ones asked for and nobody has answered yet."""

from django.db.models import F, Q, QuerySet

from workflows.organisation.models.region import within
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .models import Rakor


def open_follow_ups(rakor: Rakor) -> QuerySet[Assignment]:
    """What is asked of offices by needs of the territory and by earlier rakors, the longest due first.

    A rakor's follow-up that its office refused is the next rakor's business, too; a need that was refused is asked anew.
    """
    asked = Assignment.objects.filter(within(rakor.file.region.path, "region__"), kind=AssignmentKind.FOLLOW_UP)
    of_rakors = Q(file__kind="rakor", state__in=[AssignmentState.OPEN, AssignmentState.REJECTED])
    open_ones = asked.filter(of_rakors | Q(file__kind="need", state=AssignmentState.OPEN)).exclude(file=rakor.pk)
    return open_ones.select_related("file", "office", "region").order_by(F("due_on").asc(nulls_last=True), "pk")
