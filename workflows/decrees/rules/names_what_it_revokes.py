from django.db.models import F, Func, Q, TextField
from django.db.models.fields.json import KeyTextTransform
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import LinkKind


class Revoking(Func):
    """The clauses that revoke something, as one text; null where none does."""

    template = (
        "(SELECT string_agg(clause, ' ') FROM jsonb_array_elements_text(%(expressions)s) clause "
        "WHERE strpos(clause, 'dicabut dan dinyatakan tidak berlaku') > 0)"
    )
    output_field = TextField()


@rule(_("Diktum belum mencabut {about} dengan menyebut nomor, tahun, dan judulnya serta rumusan “dicabut dan dinyatakan tidak "
        "berlaku”."), solved_by=_("penyusun"))  # fmt: skip
def names_what_it_revokes(decrees):
    """Every revoked decree is named with number, year and title in the fixed words (documents.md 6, check 37)."""
    links = all_of("decrees.DecreeLink").filter(decree__in=decrees.values("pk"), kind=LinkKind.REVOKES)
    links = links.alias(said=Revoking(F("decree__clauses")), number=KeyTextTransform("number", "other__issue"))
    named = Q(said__icontains=F("number")) & Q(said__icontains=F("other__subject"))
    return links.exclude(named & Q(said__isnull=False)).annotate(about=F("other__subject"))
