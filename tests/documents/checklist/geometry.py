"""Checks 1 to 8 and 16: the sheet, its type, its margins, its numbers."""

import re

from documents.families.geometry import SIZES
from tests.documents.checklist.registry import check
from tests.documents.checklist.specimen import Specimen
from tests.documents.checklist.variants import EMBLEM
from tests.documents.reading import MM, Line, Page
from tests.documents.seeing import darkest_outside, images

TEXT = 12.0
SMALL = {
    7.5,
    8.0,
    9.0,
}  # what stands in margins, heads of tables, electronic signatures and the note where one would be
TABLES = {"produk_hukum": {10.0}, "naskah_dinas": {10.0, 11.0}}
KOP = {10.0, 14.0, 16.0}
WATERMARK = 40


@check(1)
def every_page_has_the_size_of_the_districts_paper(paper: Specimen) -> None:
    """Every page has the size of the district's paper."""
    width, height = sorted(SIZES[paper.geometry["size"]], reverse=paper.geometry["landscape"])
    for page in paper.reading.pages:
        assert abs(page.width - width * MM) <= 1
        assert abs(page.height - height * MM) <= 1


@check(2)
def only_the_familys_font_is_embedded(paper: Specimen) -> None:
    """All fonts are embedded, and of the one family."""
    font = paper.kind.family.font
    assert font in paper.reading.fonts
    assert paper.reading.fonts <= {font, f"{font}-Bold"}


@check(3)
def body_text_has_twelve_points(paper: Specimen) -> None:
    """Body text is of 12 points; only tables, kop and what stands in margins are not."""
    family, seen = paper.kind.family.name, set()
    pages = paper.reading.pages
    for number in {0, 1, len(pages) - 2, len(pages) - 1} & set(
        range(len(pages))
    ):  # those between are as the one before
        page = pages[number]
        others = SMALL | (TABLES[family] if has_table(page) or family == "naskah_dinas" else set())
        kop = KOP if number == 0 and family == "naskah_dinas" else set()
        sizes = {size for size in paper.reading.sizes(number) if size < WATERMARK}
        assert sizes <= {TEXT} | others | kop, number
        seen |= sizes
    assert TEXT in seen


@check(4)
def nothing_stands_outside_the_margins(paper: Specimen) -> None:
    """No text outside the margins, by its boxes and by the picture of the page."""
    margins = {side: width * MM for side, width in paper.geometry["margins"].items()}
    for page in paper.reading.pages:
        for line in page.lines:
            assert line.x0 > margins["left"] - 1, line
            assert line.x1 < page.width - margins["right"] + 1, line
            assert margins["top"] - 4 < line.y0 < page.height - margins["bottom"], line
    if not paper.reading.pages[0].watermark:
        for number in {1, len(paper.reading.pages)}:
            assert darkest_outside(paper.reading, number, paper.geometry["margins"]) == 255


@check(5)
def pages_are_numbered_from_the_second_on(paper: Specimen) -> None:
    """Page 1 has no number, page k has - k - in the middle of the top margin."""
    first, *others = paper.reading.pages
    assert not numbers_of(first)
    margins = paper.geometry["margins"]
    for order, page in enumerate(others, start=2):
        (number,) = numbers_of(page)
        assert number.text == f"- {order} -"
        assert abs(number.middle - (page.width + (margins["left"] - margins["right"]) * MM) / 2) < 2 * MM
        assert number.y0 < margins["top"] * MM


@check(6)
def page_numbers_run_through_the_annexes(paper: Specimen) -> None:
    """Page numbers run on through the annexes; the last is the number of pages."""
    numbers = [line.text for page in paper.reading.pages for line in numbers_of(page)]
    assert numbers == [f"- {number} -" for number in range(2, int(paper.reading.info["Pages"]) + 1)]


@check(7)
def the_emblem_stands_on_the_first_page_only(paper: Specimen) -> None:
    """The emblem stands on page 1 only, in its own proportions."""
    emblems = [image for image in images(paper.reading) if image.dots == EMBLEM]
    assert [image.page for image in emblems] == ([1] if paper.text.get("lambang") else [])
    for image in emblems:
        assert abs(image.stretch - 1) <= 0.01


@check(8)
def no_page_is_almost_empty_or_holds_a_signature_alone(paper: Specimen) -> None:
    """No page has fewer than three lines or rows, and none begins with the signature."""
    opening = re.compile("|".join([r"Ditetapkan di |.* sesuai dengan aslinya,|Tembusan:", *_closings(paper)]))
    assert all(len(page.lines) >= 3 for page in paper.reading.pages)
    for page in paper.reading.pages[1:]:
        assert not opening.fullmatch(page.lines[0].text)


def _closings(paper: Specimen) -> list[str]:
    """How a block of signatures may begin: below an annex with the office alone."""
    signed = paper.form.value != "draft" and paper.content.get("issue")
    return [re.escape(paper.office_lines[0]) + ",?"] if signed else []


@check(16)
def the_last_page_is_not_empty(paper: Specimen) -> None:
    """No empty page at the end."""
    assert len(paper.reading.pages[-1].lines) >= 3


def numbers_of(page: Page) -> list[Line]:
    return [line for line in page.all_lines if re.fullmatch(r"- \d+ -", line.text)]


def has_table(page: Page) -> bool:
    return any(line.words[0].text == "NO" for line in page.lines)
