"""The template of a list, made for one district: locked header, choices, an example row, instructions."""

import io
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from workflows.organisation.models import Level, Region

from .kinds import LISTS
from .lists import List, regions_by_code
from .roles import ROLE_WORDS
from .workbooks import EXAMPLE, INSTRUCTIONS, MOST_LINES

FREE = {"insert_rows": True, "delete_rows": True, "sort": True, "autofilter": True, "format_columns": True, "format_cells": True}


def template_of(kind: str, region: Region) -> bytes:
    """An .xlsx file. For villages every village stands in it already."""
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, wanted = book.add_worksheet(_("Isian")), LISTS[kind]
    head = book.add_format({"bold": True, "bg_color": "#0B5F5A", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"})
    free = book.add_format({"locked": False, "num_format": "@"})
    grey = book.add_format({"locked": False, "italic": True, "font_color": "#4A5568"})
    sheet.protect("", FREE)
    sheet.freeze_panes(1, 0)
    for n, column in enumerate(wanted.columns):
        sheet.set_column(n, n, 24, free)
        sheet.write_string(0, n, str(column.label), head)
        sheet.write_string(1, n, wanted.example.get(column.name, ""), grey)
    sheet.write_string(1, len(wanted.columns), f"{EXAMPLE} {_('baris ini tidak dibaca')}", grey)
    offer(book, sheet, wanted, choices(region))
    fill(sheet, kind, region, free)
    explain(book, wanted, region)
    book.close()
    return packed.getvalue()


def choices(region: Region) -> dict[str, list[str]]:
    districts = sorted(found.name for found in regions_by_code(region).values() if found.level == Level.DISTRICT)
    roles = [words[0] for words in ROLE_WORDS.values()]
    return {"district": districts, "role": roles, "effect": ["menetapkan", "mengangkat Pokja"]}


def offer(book: Any, sheet: Any, wanted: type[List], known: dict[str, list[str]]) -> None:
    """Drop-downs, from a sheet of their own: what is typed besides is not refused by Excel but checked by us."""
    lists = book.add_worksheet("Daftar")
    lists.hide()
    for at, (name, words) in enumerate(known.items()):
        lists.write_column(0, at, words)
        for n, column in enumerate(wanted.columns):
            if column.name == name and words:
                source = f"=Daftar!${chr(65 + at)}$1:${chr(65 + at)}${len(words)}"
                sheet.data_validation(2, n, MOST_LINES, n, {"validate": "list", "source": source, "error_type": "information"})


def fill(sheet: Any, kind: str, region: Region, free: Any) -> None:
    if kind != "desa":
        return
    villages = sorted((code, found) for code, found in regions_by_code(region).items() if found.level == Level.VILLAGE)
    for line, (code, found) in enumerate(villages, 2):
        for n, words in enumerate((code, found.name, found.parent.name if found.parent else "")):
            sheet.write_string(line, n, words, free)


def explain(book: Any, wanted: type[List], region: Region) -> None:
    page = book.add_worksheet(INSTRUCTIONS)
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 90)
    first = _("Isi lembar “Isian” untuk %(region)s, satu baris satu data; baris kosong dilewati.")
    lines = [
        (_("Petunjuk"), first % {"region": region.name}),
        ("", _("Simpan sebagai .xlsx atau .csv, lalu unggah di Siklus: Pengelolaan, Impor.")),
        ("", _("Belum ada yang dicatat sebelum Anda melihat pratinjau dan menekan Terapkan.")),
        *((str(c.label), " ".join([_("Wajib.") if c.required else _("Boleh kosong."), str(c.hint)])) for c in wanted.columns),
    ]  # fmt: skip
    for line, (label, words) in enumerate(lines):
        page.write_string(line, 0, label)
        page.write_string(line, 1, words)
