from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "documents.ledger"
    label = "ledger"
