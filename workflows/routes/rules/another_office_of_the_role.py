from django.db.models import BigIntegerField, Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule
from workflows.organisation.superiors import superior_role


@rule(_("Kantor tujuan tidak berwenang atas tugas ini; pilih kantor sejenis atau atasannya di wilayah yang sama."))
def another_office_of_the_role(tasks):
    """The new office is another one, of the same role or its superior, whose region covers what the task is about;
    or the one that it was passed on from."""
    competent = all_of("organisation.Office").filter(
        Q(role=OuterRef("office__role")) | Q(role=OuterRef("above")),
        pk=act.value("office", BigIntegerField()), state="active",
        region__path=Left(OuterRef("region__path"), Length(F("region__path"))),
    ).exclude(pk=OuterRef("office"))  # fmt: skip
    had = all_of("core.Outbox").filter(topic="your_turn", object_id=OuterRef("pk"), office=act.value("office", BigIntegerField()))
    return tasks.annotate(above=superior_role()).filter(~Exists(competent), ~Exists(had.exclude(office=OuterRef("office"))))
