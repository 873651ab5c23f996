"""The secrets by which a receiver knows that a message is ours: kept sealed, shown once, two valid while they change."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from secrets import token_bytes

from worker.models import Webhook
from workflows.signing.sealing import opened, sealed

BOTH_VALID = timedelta(hours=24)
"""How long the former secret still signs, for receivers to change over."""


def fresh_secret() -> str:
    """256 random bits in the form of the specification."""
    return f"whsec_{b64encode(token_bytes(32)).decode()}"


def keep(webhook: Webhook, secret: str) -> None:
    """Raises `NoKey`."""
    webhook.secret = sealed(secret)


def rotate(webhook: Webhook) -> str:
    """A new secret, told this once; the former one still signs for a day."""
    secret = fresh_secret()
    webhook.former_secret, webhook.former_until = webhook.secret, datetime.now(UTC) + BOTH_VALID
    keep(webhook, secret)
    webhook.save(update_fields=["secret", "former_secret", "former_until"])
    return secret


def valid_secrets(webhook: Webhook) -> list[str]:
    """The new one first. Raises `Unreadable` or `NoKey`."""
    still = webhook.former_until and webhook.former_until > datetime.now(UTC)
    return [opened(token) for token in ([webhook.secret, webhook.former_secret] if still else [webhook.secret])]
