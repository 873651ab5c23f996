"""F4 as it is, or each page made smaller and put in the middle of an A4 sheet."""

import pikepdf

A4 = (595.276, 841.89)
"""Points, upright: 210 × 297 mm."""


def on_paper(job: pikepdf.Pdf, page: pikepdf.Page, size: tuple[float, float] | None) -> None:
    """Add the page to the job: as it is, or whole and centred on a sheet of `size` (turned where the page lies)."""
    if size is None:
        job.pages.append(page)
        return
    width, height = size_of(page)
    sheet = size if width <= height else (size[1], size[0])
    job.add_blank_page(page_size=sheet).add_overlay(page, centred(width, height, *sheet))


def size_of(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    width, height = right - left, top - bottom
    return (height, width) if int(page.obj.get("/Rotate", 0)) % 180 else (width, height)


def centred(width: float, height: float, across: float, up: float) -> pikepdf.Rectangle:
    """Where a page of width × height comes to lie on the sheet: never enlarged, nothing cut off."""
    scale = min(1.0, across / width, up / height)
    left, bottom = (across - width * scale) / 2, (up - height * scale) / 2
    return pikepdf.Rectangle(left, bottom, left + width * scale, bottom + height * scale)
