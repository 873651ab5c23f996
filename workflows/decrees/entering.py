"""Old decrees are entered from paper, with their own number and date, through the same door."""

from typing import Any

from .models import Decree
from .numbering import sequence_in
from .states import NumberState


def number_from_paper(deed, decrees) -> dict[str, Any]:
    """The number as printed; it counts as the register's own when it follows the pattern, else it stands as text."""
