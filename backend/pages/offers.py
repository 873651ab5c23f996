"""How a page shows what `backend.acts` offers: with a button and a form."""

from dataclasses import dataclass
from typing import Any

from backend.acts import Offer
from workflows.core.errors import Problem

from .refusals import unlike


@dataclass(frozen=True)
class OnPage:
    """One act on a page: the offer, its button with the consequence, its form."""

    offer: Offer
    button: Any
    form: Any

    @property
    def name(self) -> str:
        return self.offer.act.name

    @property
    def label(self) -> str:
        return self.offer.act.label

    @property
    def is_main(self) -> bool:
        return self.button.main

    @property
    def problems(self) -> list[Problem]:
        """What makes the button grey."""
        return unlike(self.offer.problems)
