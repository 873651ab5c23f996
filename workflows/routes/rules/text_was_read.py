from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Naskah berubah sejak Anda membacanya. Muat ulang, baca perubahannya, lalu putuskan."))
def text_was_read(tasks):
    """An approval stands only for the text it saw: the hash of the file's present snapshot."""
    return tasks.exclude(file__snapshot__sha256=act.read_of("pk"))
