from django.db.models import Value
from django.db.models.functions import Trim
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Tuliskan alasannya; penerima perlu tahu apa yang harus dilakukan."))
def reason_given(rows):
    """Returns, rejections, withdrawals and reassignments say why."""
    return rows.alias(words_given=Trim(act.reason)).filter(words_given=Value(""))
