"""`datapackage.json`: what the files of a regency on a day are, as Frictionless Data Package 2.0 says it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.wording import long_date
from workflows.organisation.models import Region

from .dataset import Column, Dataset
from .datasets import DATASETS
from .licence import licence

PROFILE = "https://datapackage.org/profiles/2.0/"


def package_of(region: Region, code: str, day: date, updated: date | None) -> dict[str, Any]:
    """The paths of its resources stand beside it: who takes the address of this file finds all of them."""
    terms = licence()
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": f"kampung-kb-{code.replace('.', '-')}-{day.isoformat()}",
        "title": _("Kampung KB %(place)s, keadaan pada %(day)s") % {"place": region.name, "day": long_date(day)},
        "version": day.isoformat(),
        "created": f"{(updated or day).isoformat()}T00:00:00Z",
        "keywords": ["Kampung KB", "Kampung Keluarga Berkualitas", code],
        "licenses": [{"name": terms.name, "title": terms.title, "path": terms.path}],
        "resources": [resource_of(one) for one in DATASETS.values()],
    }


def resource_of(dataset: Dataset) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILE}dataresource.json", "name": dataset.name, "path": f"{dataset.name}.csv", "type": "table",
        "title": dataset.title, "description": dataset.meaning, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "sources": [{"title": dataset.source}], "schema": schema_of(dataset),
    }  # fmt: skip


def schema_of(dataset: Dataset) -> dict[str, Any]:
    fields = [field_of(column) for column in dataset.columns]
    return {"$schema": f"{PROFILE}tableschema.json", "fields": fields, "primaryKey": list(dataset.key), "missingValues": [""]}


def field_of(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {} if column.empty else {"required": True}
    limits |= {"enum": list(column.values)} if column.values else {}
    told = {"name": column.name, "type": column.type, "title": column.title, "description": column.meaning}
    return told | ({"constraints": limits} if limits else {})
