"""How one decision came about: its whole history on a page, and everything about it in one ZIP."""
