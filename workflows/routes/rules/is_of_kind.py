from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from workflows.core.act import Rule

from ..states import AssignmentKind


@dataclass(frozen=True, eq=False)
class IsOfKind(Rule):
    """`kinds` lets pages and API offer an act only where it fits."""

    kinds: tuple[AssignmentKind, ...] = ()


def is_of_kind(*kinds: AssignmentKind) -> IsOfKind:
    """The act fits what the task asks for: one does not approve a request for an opinion."""

    def failing(tasks):
        return tasks.exclude(kind__in=kinds)

    failing.__name__ = "is_" + "_or_".join(kinds)
    return IsOfKind(failing, _("Tugas ini bukan tugas untuk tindakan itu."), first=True, kinds=kinds)
