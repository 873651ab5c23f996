from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Hanya hasil lama yang dicatat dari sumber luar dapat ditarik; peringkat juri tidak."))
def entered_from_a_source(competitions):
    """It was not judged in Siklus, but written down as a paper or the press told it."""
    return competitions.filter(source_on=None)
