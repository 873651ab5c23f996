"""Villages as people write them: codes or names, with or without kecamatan, in any mixture, one a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from django.utils.translation import gettext as _

from backend.pages.codes import why, with_dots
from workflows.organisation.models import Level, Region, RegionCode, RegionLabel

CODE = re.compile(r"(?<![\w.])\d{2}\.?\d{2}\.?\d{2}\.?\d{4}(?![\w.])")
LIKE_A_CODE = re.compile(r"(?<!\w)\d{2}\.?\d{2}[\w.]{4,}")
CELLS = re.compile(r"\s*[\t|;,()]\s*|\s+[-–—]\s+")
LIST_MARK = re.compile(r"^\s*\d{1,4}[.)]\s+")
DISTRICT = re.compile(r"^(kecamatan|kec\.?|distrik)\s+", re.IGNORECASE)
SHORT = ["ds", "kel", "desa", "kelurahan"]
CLOSE = 0.72
MOST_PROPOSED = 5
MOST_LINES = 2000


@dataclass(frozen=True)
class Found:
    """What a line means: `regions` is one that is meant, several or one to choose from (`asked`), or none with `words`.

    `number` is that of the line in the text or file; 0 where it comes from neither.
    """

    line: str
    regions: list[Region]
    asked: bool = False
    words: str = ""
    number: int = 0

    @property
    def meant(self) -> Region | None:
        return self.regions[0] if self.regions and not self.asked else None


class Gazetteer:
    """The villages of one territory on a day, by code and by name."""

    def __init__(self, territory: Region, on: date):
        self.territory = territory
        inside = Region.objects.under(territory).filter(closed_on=None).select_related("parent")
        self.villages = list(inside.filter(level=Level.VILLAGE).order_by("path"))
        self.districts = {plain(region.name) for region in inside.filter(level=Level.DISTRICT)}
        codes = RegionCode.objects.in_force(on).filter(region__in=self.villages)
        self.codes = dict(codes.values_list("region", "code"))

    @cached_property
    def by_code(self) -> dict[str, Region]:
        return {self.codes[region.pk]: region for region in self.villages if region.pk in self.codes}

    @cached_property
    def by_name(self) -> dict[str, list[Region]]:
        found: dict[str, list[Region]] = {}
        for region in self.villages:
            found.setdefault(plain(region.name), []).append(region)
        return found

    @cached_property
    def label(self) -> re.Pattern[str]:
        """What a village is called before its name: *Desa*, *Pekon*, *Nagari* …"""
        called = {label.lower() for label in RegionLabel.objects.values_list("label", flat=True).distinct()}
        return re.compile(rf"^({'|'.join(map(re.escape, sorted({*called, *SHORT}, key=len, reverse=True)))})\.?\s+", re.IGNORECASE)

    def find(self, text: str) -> list[Found]:
        """Every line of a text, each village once."""
        lines = enumerate(text.splitlines()[:MOST_LINES], 1)
        return once(replace(self.find_line(part), number=n) for n, line in lines for part in parts_of(line))

    def find_line(self, line: str) -> Found:
        if code := CODE.search(line):
            known = self.by_code.get(with_dots(code[0]))
            return Found(line, [known]) if known else Found(line, [], words=self.strange(code[0]))
        if odd := LIKE_A_CODE.search(line):
            return Found(line, [], words=why(odd[0]))
        return self.find_named(line)

    def strange(self, code: str) -> str:
        return _("Kode %(code)s tidak dikenal di %(place)s.") % {"code": code, "place": self.territory}

    def find_named(self, line: str) -> Found:
        cells = [cell.strip() for cell in CELLS.split(LIST_MARK.sub("", line)) if cell.strip() and not cell.strip().isdigit()]
        hinted = {plain(DISTRICT.sub("", cell)) for cell in cells} & self.districts
        names = [plain(self.label.sub("", cell)) for cell in cells if not DISTRICT.match(cell)]
        same = near(hinted, [region for name in names for region in self.by_name.get(name, [])])
        if same:
            return Found(line, same, asked=len(same) > 1)
        like = [one for name in names for one in get_close_matches(name, self.by_name, MOST_PROPOSED, CLOSE)]
        proposed = near(hinted, [region for name in dict.fromkeys(like) for region in self.by_name[name]])[:MOST_PROPOSED]
        return Found(line, proposed, asked=True, words="" if proposed else _("Tidak ada desa/kelurahan dengan nama atau kode ini."))


def near(hinted: set[str], regions: list[Region]) -> list[Region]:
    """Each once; those of the kecamatan that the line names, if there are any."""
    unique = list(dict.fromkeys(regions))
    there = [region for region in unique if region.parent and plain(region.parent.name) in hinted]
    return there or unique


def parts_of(line: str) -> list[str]:
    """A line, or each code of a line that has several."""
    codes = CODE.findall(line)
    return codes if len(codes) > 1 else [line.strip()] if line.strip() else []


def once(found: Iterable[Found]) -> list[Found]:
    kept: dict[object, Found] = {}
    for one in found:
        kept.setdefault(one.meant or one.line, one)
    return list(kept.values())


def plain(name: str) -> str:
    """`Suka-Raja II` and `SUKARAJA II` are one name."""
    return re.sub(r"[\W_]+", "", name.casefold())
