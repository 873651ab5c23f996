from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Naskah ini mencetak {about} sebagai penanda tangan; kembalikan ke konsep bila pejabatnya sudah lain."))
def named_on_the_paper(tasks):
    """The paper prints name and title before it is signed: whoever signs is the one it names."""
    party = all_of("letters.Party").filter(letter=OuterRef("file"), order=OuterRef("order"))
    return tasks.filter(~Exists(party.filter(mandate=act.mandate))).annotate(about=Subquery(party.values("name")[:1]))
