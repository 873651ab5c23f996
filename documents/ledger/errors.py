"""What can be wrong with a checkpoint or a receipt. Each message is the sentence that the user reads."""


class NotProved(Exception):
    """A checkpoint or receipt that proves nothing: broken, of another log, or signed by nobody whom we know."""


class NotSealed(Exception):
    """What was asked for does not stand in the ledger (yet)."""
