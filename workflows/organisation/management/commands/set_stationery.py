"""`./siklus manage set_stationery 18.04 --since 2024-01-01 --emblem lambang.png --paper F4 --prefix "NOMOR :"`"""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from workflows.core.errors import BadValues
from workflows.organisation.emblem import emblem_of
from workflows.organisation.models import NumberPrefix, Office, Papers, PaperSize, Region, RegionCode, Role, Stationery
from workflows.organisation.stationery import SIDES, set_stationery

WORDS = ("address", "footer", "programme", "place")


class Command(BaseCommand):
    help = "Say what the papers of a region, or of one office in it, print from a day on. What is not given is not said."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="the region's Kemendagri code, such as 18.04")
        parser.add_argument("--since", type=date.fromisoformat, required=True, metavar="2024-01-01")
        parser.add_argument("--office", choices=[*Role.values], help="for this office only")
        parser.add_argument("--papers", choices=[*Papers.values], default="", help="for one family of papers only")
        parser.add_argument("--emblem", type=Path, metavar="FILE.png")
        parser.add_argument("--head", action="append", default=[], metavar="LINE", help="a line of the kop; may be repeated")
        parser.add_argument("--paper", choices=[*PaperSize.values], default="")
        parser.add_argument("--margins", type=int, nargs=4, metavar=tuple(side.upper() for side in SIDES), help="millimetres")
        parser.add_argument("--prefix", choices=[*NumberPrefix.values], default="")
        parser.add_argument("--rahmat", choices=["yes", "no"])
        for name in WORDS:
            parser.add_argument(f"--{name}", default="")

    def handle(self, *args: Any, **given: Any) -> None:
        owner = self.owner(given["code"], given["office"])
        columns = {name: given[name] for name in (*WORDS, "paper")}
        columns |= {"number_prefix": given["prefix"], "head_lines": given["head"]}
        columns |= {f"margin_{side}": width for side, width in zip(SIDES, given["margins"] or [], strict=False)}
        columns |= {"show_rahmat": given["rahmat"] == "yes"} if given["rahmat"] else {}
        try:
            columns |= {"emblem": emblem_of(given["emblem"].read_bytes())} if given["emblem"] else {}
            Stationery(**columns, papers=given["papers"]).clean_fields(exclude=["region", "office", "set_by"])
        except (OSError, BadValues, ValidationError) as error:
            raise CommandError(str(error)) from error
        set_stationery(owner, given["since"], None, given["papers"], **columns)
        self.stdout.write(f"{owner}: sejak {given['since']}")

    def owner(self, code: str, role: str | None) -> Region | Office:
        found = RegionCode.objects.filter(code=code, until=None).select_related("region").first()
        if found is None:
            raise CommandError(f"Wilayah {code} tidak dikenal.")
        if role is None:
            return found.region
        office = Office.objects.active().filter(region=found.region, role=role).first()
        if office is None:
            raise CommandError(f"Tidak ada jabatan {role} di {code}.")
        return office
