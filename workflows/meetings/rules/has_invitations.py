from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Belum ada yang diundang; pilih dahulu siapa saja."), solved_by=_("penyelenggara rakor"))
def has_invitations(rakors):
    """Nobody meets alone."""
    return rakors.filter(invites=[])
