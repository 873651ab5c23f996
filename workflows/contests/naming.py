"""How contests and entries are called in lists."""

from django.utils.translation import gettext as _

from workflows.organisation.models import Region
from workflows.villages.drafting import hamlet_and_village

from .states import ContestLevel


def title_of_contest(level: str, category: str, region: Region, year: int) -> str:
    """`Lomba Kampung KB Kabupaten Contoh Raya Tahun 2024, kategori desa`."""
    where = _("tingkat nasional") if level == ContestLevel.NATION else f"{region.get_kind_display().title()} {region.name}"
    title = _("Lomba Kampung KB %(where)s Tahun %(year)d") % {"where": where, "year": year}
    return _("%(contest)s, kategori %(category)s") % {"contest": title, "category": category} if category else title


def title_of_entry(kampung, competition) -> str:
    return _("%(village)s dalam %(contest)s") % {"village": hamlet_and_village(kampung), "contest": competition.file.title}
