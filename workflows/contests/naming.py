"""How contests and entries are called in lists."""

from django.utils.translation import gettext as _

from workflows.villages.drafting import hamlet_and_village

from .states import ContestLevel


def title_of_contest(level: str, category: str, region, year: int) -> str:
    """`Lomba Kampung KB tingkat kabupaten/kota Contoh Raya Tahun 2024, kategori desa`."""
    where = ContestLevel(level).label if level == ContestLevel.NATION else f"{ContestLevel(level).label} {region.name}"
    title = _("Lomba Kampung KB tingkat %(where)s Tahun %(year)d") % {"where": where, "year": year}
    return f"{title}, {category}" if category else title


def title_of_entry(kampung, competition) -> str:
    return _("%(village)s dalam %(contest)s") % {"village": hamlet_and_village(kampung), "contest": competition.file.title}
