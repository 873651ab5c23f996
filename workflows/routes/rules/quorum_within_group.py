from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..naming import steps_of


@rule(_("{about}: kuorum harus sama bagi semua langkah seurutan, dan tidak melebihi jumlahnya."))
def quorum_within_group(versions):
    """A parallel group has one quorum, which its members can reach even when conditions leave some of them out."""
    group = all_of("routes.Step").filter(version=OuterRef("version"), order=OuterRef("order"))
    always = group.filter(condition={}).order_by().values("version").annotate(n=Count("pk")).values("n")
    other = group.exclude(Q(quorum=OuterRef("quorum")) | Q(quorum=None))
    unlike = Q(Exists(other)) | Q(Exists(group.filter(quorum=None)))
    steps = steps_of(versions).filter(quorum__isnull=False)
    members = Subquery(always, output_field=IntegerField())
    return steps.alias(members=members).filter(unlike | Q(members=None) | Q(quorum__gt=F("members")) | Q(quorum__lt=1))
