from django.db.models import BigIntegerField, Exists, OuterRef, Q, TextField
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import ON_BEHALF, Capacity


@rule(
    _("Kedudukan tidak cocok: a.n. menyebut satu atasan lain, u.b. juga perantaranya, kedudukan lain tidak keduanya.")
)
def capacity_fits(offices):
    """a.n. names the active superior office, u.b. also the office between; nobody else names one."""
    others = all_of("organisation.Office").filter(state="active").exclude(pk=OuterRef("pk"))
    superior, between = (act.value(name, BigIntegerField()) for name in ("acts_for", "via"))
    given = offices.alias(
        coming=act.value("capacity", TextField()), superior=superior, between=between,
        superior_there=Exists(others.filter(pk=superior)), between_there=Exists(others.filter(pk=between)),
    )  # fmt: skip
    alone = [c.value for c in Capacity if c not in ON_BEHALF]
    fits = (
        Q(coming__in=alone, superior=None, between=None)
        | Q(coming=Capacity.AN.value, superior_there=True, between=None)
        | Q(coming=Capacity.UB.value, superior_there=True, between_there=True)
    )
    return given.exclude(fits)
