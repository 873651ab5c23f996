from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..queries import under_way


@rule(_("Naskah ini sedang ditandatangani; tunggu hasilnya."), solved_by=_("penanda tangan"))
def no_signature_under_way(tasks):
    """While a signer works on the file's paper, or has signed it, nobody takes the task or the decision away."""
    return tasks.filter(Exists(under_way().filter(assignment__file=OuterRef("file"))))
