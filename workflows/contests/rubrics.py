"""Rubrics as files, published in versions that contests are pinned to."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from workflows.core.canonical import fingerprint, normal
from workflows.core.clock import today
from workflows.core.errors import BadValues
from workflows.organisation.models import Region
from workflows.routes.planning import ancestors

from .models import RubricVersion
from .rubric import SHIPPED, Rubric
from .rubric_publishing import newest_of


def newest_rubric() -> RubricVersion:
    """The one that was published last. Raises `RubricVersion.DoesNotExist` where none ever was."""
    return RubricVersion.objects.latest("pk")


def offered_in(region: Region) -> QuerySet[RubricVersion]:
    """What a contest there may be scored by: what Siklus ships, and what offices of the region or above it published."""
    ours = Q(office=None) | Q(office__region__in=ancestors(region))
    return RubricVersion.objects.filter(ours).select_related("office").order_by("-published_on", "-pk")


@transaction.atomic
def load_rubrics(paths: list[Path] | None = None) -> list[RubricVersion]:
    """Publish what the files say: all or nothing. Returns the new versions; none where nothing has changed.

    Raises `BadValues` naming what is wrong with which part of a rubric.
    """
    made = [publish_rubric(content_of(path)) for path in paths or [SHIPPED]]
    return [version for version in made if version]


def content_of(path: Path) -> Any:
    try:
        return normal(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, TypeError, ValueError) as error:
        raise BadValues({path.name: _("Bukan YAML yang dapat dibaca: %(error)s") % {"error": error}}) from error


def publish_rubric(data: Any) -> RubricVersion | None:
    """A new version, unless the newest says the same. Versions of a code count from 1, whatever the file calls its own."""
    code, sha256 = Rubric.read(data).code, fingerprint(data)
    newest = newest_of(code)
    if newest and newest.office_id:
        raise BadValues({"code": _("Nama %(code)s sudah dipakai rubrik kantor lain.") % {"code": code}})
    if newest and newest.sha256 == sha256:
        return None
    version = newest.version + 1 if newest else 1
    return RubricVersion.objects.create(code=code, version=version, data=data, sha256=sha256, published_on=today())
