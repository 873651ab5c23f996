from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("Semua langkah bersyarat; berkas yang tidak memenuhi satu syarat pun tidak akan pernah selesai."))
def run_can_end(versions):
    """At least one step applies to every file, so that every run begins and ends with a decision."""
    always = all_of("routes.Step").filter(version=OuterRef("pk"), condition={})
    return versions.filter(~Exists(always), steps__isnull=False).distinct()
