"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .capacity_may_sign import capacity_may_sign
from .named_on_the_paper import named_on_the_paper
from .original_holds import original_holds
from .register_is_set_up import register_is_set_up
from .writes_or_signs_it import writes_or_signs_it

__all__ = ["capacity_may_sign", "named_on_the_paper", "original_holds", "register_is_set_up", "writes_or_signs_it"]
