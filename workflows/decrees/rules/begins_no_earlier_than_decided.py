from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from .. import queries as q


@rule(_("Tanggal mulai berlaku mendahului tanggal penetapan; kembalikan kepada penyusun."), solved_by=_("penyusun"))
def begins_no_earlier_than_decided(tasks):
    """A decree reaches back only where a person chose so with a reason (`reaches_back_with_reason`)."""
    return q.decrees_of(tasks).filter(effective_on__lt=act.on, retroactive=False)
