from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Alur ini tidak mempunyai langkah."))
def has_steps(versions):
    return versions.filter(steps=None)
