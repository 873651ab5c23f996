from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import ANSWERED_IN_WORDS


@rule(_("Tindak lanjut ini selesai dengan tindakan pada berkasnya, bukan dengan jawaban di sini."))
def answered_in_words(tasks):
    """What a decree or a need asks for ends by what is done there."""
    return tasks.exclude(file__kind__in=ANSWERED_IN_WORDS)
