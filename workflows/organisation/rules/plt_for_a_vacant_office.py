from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import FULL_HOLDERS, Capacity


@rule(_("Jabatan ini masih dipegang {about}; Plt. hanya untuk jabatan kosong, sedangkan yang berhalangan menunjuk Plh."))
def plt_for_a_vacant_office(substitutions):
    """A Plt. acts where there is neither a definitive holder nor a Pj. on the first day."""
    holding = all_of("organisation.Mandate").filter(
        Q(until=None) | Q(until__gte=OuterRef("since")), office=OuterRef("office"), since__lte=OuterRef("since"),
        capacity__in=[one.value for one in FULL_HOLDERS],
    )  # fmt: skip
    plt = substitutions.filter(capacity=Capacity.PLT.value)
    return plt.annotate(about=Subquery(holding.values("person__name")[:1])).filter(about__isnull=False)
