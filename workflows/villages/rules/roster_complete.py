from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..answers import listing
from ..posts import LEADERS, SECTIONS
from ..states import Structure


def members(**what):
    """How many members of the outer roster are this."""
    found = all_of("villages.Member").filter(**what, pokja=OuterRef("pk")).order_by().values("pokja")
    return Coalesce(Subquery(found.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())


@rule(_("Susunan Pokja belum lengkap: {about}."), solved_by=_("penyusun keputusan"))
def roster_complete(rosters):
    """Exactly one chair, secretary and treasurer; all eight sections of PP 87/2014, or at least one *bidang*."""
    posts = {f"post_{n}": members(position=post, section="") for n, post in enumerate(LEADERS)}
    sections = {f"section_{n}": members(section=section) for n, section in enumerate(SECTIONS)}
    by_section, by_field = Q(structure=Structure.SEKSI), Q(structure=Structure.BIDANG)
    missing = [(f"{post} (harus tepat satu)", ~Q(**{name: 1})) for post, name in zip(LEADERS, posts, strict=True)]
    missing += [(f"Seksi {section}", by_section & Q(**{name: 0})) for section, name in zip(SECTIONS, sections, strict=True)]
    missing.append(("paling sedikit satu bidang", by_field & Q(in_sections=0)))
    lacking = rosters.alias(**posts, **sections, in_sections=members(section__gt="")).alias(lacks=listing(missing))
    return lacking.exclude(lacks="").annotate(
        about=Concat(Coalesce(F("kampung__region__name"), Value("semua desa")), Value(": "), F("lacks"), output_field=TextField())
    )
