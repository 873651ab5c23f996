"""`manage.py reseal_webhooks`: seal the secrets of all webhooks and gateways with the first key of SIKLUS_FIELD_KEY."""

from typing import Any

from django.core.management.base import BaseCommand

from worker.models import Gateway, Webhook
from workflows.signing.sealing import resealed


class Command(BaseCommand):
    help = "Seals the secrets of all webhooks and gateways with the first key of SIKLUS_FIELD_KEY, before an old one is taken away."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for hook in Webhook.objects.all():
            hook.secret = resealed(hook.secret)
            hook.former_secret = resealed(hook.former_secret) if hook.former_secret else ""
            hook.save(update_fields=["secret", "former_secret"])
        for gateway in Gateway.objects.all():
            gateway.sealed = resealed(gateway.sealed)
            gateway.save(update_fields=["sealed"])
