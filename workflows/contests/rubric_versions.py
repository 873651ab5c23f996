"""Rubrics as agencies keep them: drafts that may be changed, and published versions that may not."""

from functools import cached_property
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import PROTECT, ForeignKey, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from .lifecycle import RubricDraftLifecycle
from .rubric import Rubric
from .states import RubricState


class RubricVersion(models.Model):
    """A published rubric, which the database lets nobody change or delete. `office`: whose; none of what Siklus ships."""

    code = models.CharField(_("kode"), max_length=40)
    version = models.IntegerField(_("versi"))
    data = models.JSONField(_("isi"))
    sha256 = models.CharField(max_length=64)
    published_on = models.DateField(_("tanggal terbit"))
    office = ForeignKey("organisation.Office", PROTECT, null=True, related_name="rubrics")

    class Meta:
        verbose_name = _("rubrik lomba")
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="rubric_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="rubric_versions_count_from_one"),
            ExclusionConstraint(
                name="rubric_name_of_one_office", expressions=[("code", "="), (Coalesce("office_id", 0), "<>")],
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(_("%(code)s versi %(n)d") % {"code": self.code, "n": self.version})

    @cached_property
    def rubric(self) -> Rubric:
        """What juries score by."""
        return Rubric.read(self.data | {"version": self.version})


def nothing_yet() -> dict[str, Any]:
    return {"placeholder": False, "source": "", "criteria": []}


class RubricDraft(RubricDraftLifecycle):
    """What an agency prepares: `data` as in a rubric's file, sound or not. `number`: the version that it became."""

    office = ForeignKey("organisation.Office", PROTECT, related_name="rubric_drafts")
    code = models.CharField(_("nama pendek"), max_length=40)
    data = models.JSONField(_("isi"), default=nothing_yet)
    number = models.IntegerField(_("versi"), null=True)
    state = FSMField(default=RubricState.DRAFT, choices=RubricState.choices)
    version = models.IntegerField(default=0)

    root = "pk"
    zone_path = "office__region__zone"

    class Meta:
        verbose_name = _("konsep rubrik")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "code"], condition=Q(state="draft"), name="rubric_draft_once",
                violation_error_message=_("Konsep rubrik dengan nama ini sudah ada."),
            ),
            models.CheckConstraint(condition=Q(number=None) ^ Q(state="published"), name="rubric_draft_numbered_iff_published"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.code
