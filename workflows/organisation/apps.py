from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "workflows.organisation"
    label = "organisation"
