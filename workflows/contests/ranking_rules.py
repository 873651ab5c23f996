"""How a competition ranks, declared before anybody scores."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

FEWEST_TO_DROP_FROM = 5
"""From so many jurors on, the highest and the lowest points may be left out."""
TIE_BREAKS = ("output", "field_visit", "chair")


@dataclass(frozen=True)
class Rules:
    """Finished sheets that an entry needs, whether extremes are dropped, and the tie-breaks in their order.

    The defaults are ours: no official text says how many jurors suffice (UNVERIFIED). Raises `BadValues`.
    """

    sheets_needed: int = 3
    drop_extremes: bool = False
    ties: tuple[str, ...] = TIE_BREAKS

    def __post_init__(self) -> None:
        if self.sheets_needed < 1:
            raise BadValues({"sheets_needed": _("Paling sedikit satu lembar nilai.")})
        if strange := [name for name in self.ties if name not in TIE_BREAKS]:
            raise BadValues({"ties": _("Penentu urutan %(names)s tidak dikenal.") % {"names": ", ".join(strange)}})
