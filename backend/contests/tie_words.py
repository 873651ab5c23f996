"""How ties are broken, in words."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TIES: dict[str, str | Promise] = {
    "output": _("nilai keluaran (output) yang lebih tinggi"), "field_visit": _("nilai tinjauan lapangan yang lebih tinggi"),
    "chair": _("suara ketua juri"),
}  # fmt: skip


def ties_of(names: Iterable[str]) -> list[str]:
    """In the order in which they are asked."""
    return [str(TIES[name]) for name in names]
