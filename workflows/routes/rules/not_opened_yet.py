from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Disposisi ini sudah dibuka {about}; tunggu jawabannya."), solved_by=_("penerima disposisi"))
def not_opened_yet(tasks):
    """An instruction can be recalled until somebody of the office that got it has opened it."""
    local = Func(F("file__zone"), F("read_at"), function="timezone")
    when = Func(local, Value("DD-MM-YYYY HH24.MI"), function="to_char", output_field=TextField())
    by_whom = Concat(F("read_by__name"), Value(", "), when, output_field=TextField())
    return tasks.filter(read_at__isnull=False).annotate(about=by_whom)
