from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Belum ada daftar peserta; catat dahulu siapa yang hadir."), solved_by=_("penyelenggara"))
def participants_listed(events):
    """A report says who came."""
    return events.filter(enrolled=0)
