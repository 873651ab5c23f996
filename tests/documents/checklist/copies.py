"""Checks 53 to 57: copies and excerpts, and what is particular to single kinds of letter."""

import re
from datetime import date

from documents.families.signature import NOT_SIGNED
from documents.forms import Form
from tests.documents.checklist.registry import check
from tests.documents.checklist.specimen import Specimen
from tests.documents.checklist.variants import VARIANTS
from tests.documents.conftest import printed
from workflows.core.wording import MONTHS, words

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SAID = re.compile(r"(Ditandatangani secara elektronik oleh: .*?)?- belum bertanda tangan elektronik -")


@check(53)
def a_copy_says_what_its_original_says(paper: Specimen) -> None:
    """SALINAN, ttd, Salinan sesuai dengan aslinya and who certifies; all else as in the original."""
    text, certified, by = paper.reading.flowing.removeprefix("SALINAN ").partition(" Salinan sesuai dengan aslinya, ")
    assert paper.reading.flowing.startswith("SALINAN ")
    assert certified
    assert by.startswith(f"{paper.content['office']['title'].upper()},")
    assert (paper.content["issue"]["signatory"]["name"] in by) == (paper.form is not Form.DRAFT)
    original = printed(VARIANTS["usual"](paper.text) | {"issue": {**paper.text["issue"], "signature": "none"}})
    assert _said(text) == _said(original.flowing.replace(NOT_SIGNED, "ttd"))
    assert text.count(" ttd ") == 1 + len(paper.annexes)


def _said(text: str) -> list[str]:
    """Its words but those in capitals: a table that breaks elsewhere has its head once more. Titles are checks 17 and 48."""
    return [word for word in text.split() if not word.isupper()]


@check(54)
def an_excerpt_has_the_addressed_row_alone(paper: Specimen) -> None:
    """Only the row of the addressed village, under its number; number and date are the original's."""
    (annex,) = [annex for annex in paper.text["annexes"] if annex["kind"] == "villages"]
    (row,) = [row for row in annex["rows"] if row["no"] == paper.content["row"]]
    assert re.findall(r"99\.\d\d\.\d\d\.\d{4}", paper.reading.text) == [row["code"]]
    assert [line.words[0].text for page in paper.reading.pages for line in page.lines if row["code"] in line.text] == [
        str(row["no"])
    ]
    day = date.fromisoformat(paper.text["issue"]["date"])
    assert f"NOMOR {paper.text['issue']['number']} TENTANG" in paper.reading.flowing
    assert f"pada tanggal {day.day} {MONTHS[day.month - 1]} {day.year}" in paper.reading.flowing
    assert "Petikan sesuai dengan aslinya," in paper.reading.flowing


@check(55)
def the_spelled_day_of_a_meeting_is_its_day(paper: Specimen) -> None:
    """The spelled day is the day that is stored, and its weekday is right."""
    day = date.fromisoformat(paper.text["body"]["held_on"])
    spelled = f"tanggal {words(day.day)}, bulan {MONTHS[day.month - 1]}, tahun {words(day.year)}"
    assert f"Pada hari ini, {WEEKDAYS[day.weekday()]}, {spelled}" in paper.reading.flowing


@check(56)
def an_invitation_calls_somebody_to_a_day_that_comes(paper: Specimen) -> None:
    """An invitation has its addressee, a later day, a time with its zone, and says that a list is enclosed if there is one."""
    text, body, listed = paper.reading.flowing, paper.text["body"], len(paper.text["to"]) > 5
    assert ("Yth. (daftar terlampir)" in text) == listed == ("DAFTAR UNDANGAN" in text) == ("1 (satu) daftar" in text)
    assert all(who in text for who in paper.text["to"])
    assert paper.form is not Form.FINAL or body["held_on"] > paper.text["issue"]["date"]
    assert re.search(r"pukul : \d\d\.\d\d (WIB|WITA|WIT)\b", text)


@check(57)
def the_total_of_a_covering_letter_is_the_sum_of_its_items(paper: Specimen) -> None:
    """The total of each unit is the sum of the items."""
    total = paper.reading.flowing.partition("JUMLAH ")[2].rpartition("JUMLAH ")[2] or ""
    items = paper.text["body"]["items"]
    for unit in {item["unit"] for item in items}:
        count = sum(item["count"] for item in items if item["unit"] == unit)
        assert f"{count} ({words(count)}) {unit}" in total
