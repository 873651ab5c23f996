from django.utils.translation import gettext_lazy as _

from workflows.core.act import Rows, Rule, rule

from ..states import AssignmentKind


def is_of_kind(*kinds: AssignmentKind) -> Rule:
    """The act fits what the task asks for: one does not approve a request for an opinion."""

    def failing(tasks):
        return tasks.exclude(kind__in=kinds)

    failing.__name__ = "is_" + "_or_".join(kinds)
    wanted: Rows = failing
    return rule(_("Tugas ini bukan tugas untuk tindakan itu."))(wanted)
