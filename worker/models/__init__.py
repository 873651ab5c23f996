"""What the worker keeps beside the outbox."""

from .delivery import LONGEST_TEXT, OUTWARD, Channel, Delivery, Standing, Status, message_id
from .due import TRY_AGAIN_AFTER, Due
from .feed import Feed
from .gateway import GATED, Gateway
from .preferences import Preferences
from .retry import Retry
from .webhook import Post, Webhook

__all__ = [
    "GATED", "LONGEST_TEXT", "OUTWARD", "TRY_AGAIN_AFTER", "Channel", "Delivery", "Due", "Feed", "Gateway", "Post",
    "Preferences", "Retry", "Standing", "Status", "Webhook", "message_id",
]  # fmt: skip
