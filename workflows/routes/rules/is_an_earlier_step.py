from django.db.models import BigIntegerField, Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from .. import queries as q


@rule(_("Pilih langkah sebelumnya yang sudah disetujui dalam perjalanan berkas ini."))
def is_an_earlier_step(tasks):
    """A return goes to any step that was approved earlier in the same run."""
    earlier = q.assignments().filter(
        run=OuterRef("run"), step=act.value("step", BigIntegerField()), order__lt=OuterRef("order"), state=q.APPROVED
    )
    return tasks.filter(~Exists(earlier))
