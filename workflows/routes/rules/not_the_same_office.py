from django.db.models import BigIntegerField, Exists, Func, OuterRef, TextField, Value
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


def regency_of(path) -> Func:
    """The part of a region's path that names its regency: `1/23/456/` → `1/23/`."""
    return Func(path, Value("^[0-9]+/[0-9]+/"), function="substring", output_field=TextField())


@rule(_("Pendapat diminta dari kantor lain di kabupaten/kota ini."))
def not_the_same_office(tasks):
    asked = all_of("organisation.Office").filter(pk=act.value("office", BigIntegerField()), state="active")
    asked = asked.exclude(pk=OuterRef("office")).alias(regency=regency_of("region__path"))
    return tasks.annotate(regency=regency_of("region__path")).filter(~Exists(asked.filter(regency=OuterRef("regency"))))
