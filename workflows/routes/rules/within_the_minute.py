from datetime import timedelta

from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

MINUTE = timedelta(seconds=60)
"""How long an approval can be taken back."""
HELD = timedelta(seconds=65)
"""How long nobody is told of a bulk act: a little longer, so that no message leaves while somebody takes it back."""


@rule(_("Waktu untuk membatalkan, 60 detik, sudah lewat; pakai “Tarik kembali” pada berkasnya."), solved_by=_("kantor Anda"))
def within_the_minute(tasks):
    """A slip of the finger is noticed at once; later a withdrawal is an act that others are told of."""
    return tasks.filter(decided_at__lt=Now() - MINUTE)
