"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .its_paper_is_signed import its_paper_is_signed
from .no_signature_under_way import no_signature_under_way

__all__ = ["its_paper_is_signed", "no_signature_under_way"]
