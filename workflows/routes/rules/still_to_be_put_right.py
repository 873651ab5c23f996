from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("Berkas ini tidak lagi menunggu perbaikan {about}."))
def still_to_be_put_right(tasks):
    """Who has handed in again a moment ago is not told that it is late."""
    mine = q.returns_to_put_right().filter(pk=OuterRef("pk"))
    return tasks.filter(~Exists(mine)).annotate(about=F("file__office__label"))
