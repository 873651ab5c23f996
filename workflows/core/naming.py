"""How the engine calls models, and which row it locks for each."""

from typing import cast

from django.apps import apps
from django.db.models import Model


def label_of(model: type[Model]) -> str:
    return f"{model._meta.app_label}.{model.__name__}"


def kind_of(model: type[Model]) -> str:
    """What the journal calls a model."""
    return model._meta.model_name or ""


def has_field(model: type[Model], name: str) -> bool:
    return any(f.name == name for f in model._meta.concrete_fields)


def table(model: type[Model]) -> str:
    return f'"{model._meta.db_table}"'


def root_of(model: type[Model]) -> tuple[type[Model], str]:
    """The model that is locked for `model`, and the path to it."""
    path = model.root  # type: ignore[attr-defined]
    if path == "pk":
        return model, "pk"
    return cast(type[Model], model._meta.get_field(path).related_model), path


def model_and_transition(label: str) -> tuple[type[Model], str]:
    model, name = label.rsplit(".", 1)
    return apps.get_model(model), name
