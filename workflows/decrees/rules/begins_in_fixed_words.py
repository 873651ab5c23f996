from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Diktum memuat “berlaku efektif”; tulis “mulai berlaku pada tanggal ditetapkan” atau tanggal mulainya."),
      solved_by=_("penyusun"))  # fmt: skip
def begins_in_fixed_words(decrees):
    """*Mulai berlaku* is the permitted formula; *berlaku efektif* is not (documents.md 5 and check 35)."""
    return decrees.alias(said=Cast("clauses", TextField())).filter(said__icontains="berlaku efektif")
