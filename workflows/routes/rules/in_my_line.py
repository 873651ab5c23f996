from django.db.models import BigIntegerField, Exists, ExpressionWrapper, OuterRef, Q, TextField
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..ladder import superiors


@rule(_("Disposisi hanya kepada kantor di wilayah Anda yang tidak berada di atas Anda."), solved_by=_("pilih kantor lain"))
def in_my_line(tasks):
    """One instructs another office of one's own territory, and none that stands above one. A partner has no territory."""
    asked = all_of("organisation.Office").filter(pk=act.value("office", BigIntegerField()), state="active")
    below = asked.filter(region__path__startswith=OuterRef("office__region__path")).exclude(pk=OuterRef("office"))
    return tasks.filter(~Exists(below.alias(mine=ExpressionWrapper(OuterRef("office__role"), TextField())).exclude(above_mine())))


def above_mine() -> Q:
    """Offices (beside a role `mine`) that stand above it."""
    found = Q(role="system") | Q(mine="partner")
    for role, above in superiors().items():
        found |= Q(mine=role, role__in=above)
    return found
