"""What strangers send, opened in the box."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from documents import box
from documents.errors import NotAPicture, PictureTooLarge, TooSlow
from documents.limits import OPENING, Limits
from tests.pictures import photo_of_a_phone, png

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def photo(size: tuple[int, int] = (64, 32), kind: str = "JPEG", **more) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "seagreen").save(out, kind, **more)
    return out.getvalue()


def taken_on_a_phone() -> bytes:
    """Held upright, with its maker and its place noted."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "Contoh Kamera"
    exif.get_ifd(GPS)[1] = "S"
    return photo(exif=exif, comment=b"rumah contoh", icc_profile=b"contoh profil")


def test_a_photo_stands_upright_and_says_neither_where_nor_with_what_it_was_taken() -> None:
    media_type, drawn = box.redraw(taken_on_a_phone(), 5000)
    seen = Image.open(BytesIO(drawn))
    assert (media_type, seen.size) == ("image/jpeg", (32, 64))
    assert not seen.getexif()
    assert {"exif", "comment", "icc_profile"}.isdisjoint(seen.info)
    assert b"Contoh" not in drawn
    assert b"contoh" not in drawn


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("WEBP", "image/jpeg"), ("JPEG", "image/jpeg")])
def test_a_large_picture_is_made_smaller_and_the_same_each_time(kind: str, media_type: str) -> None:
    first = box.redraw(photo((600, 300), kind), 100)
    assert first == box.redraw(photo((600, 300), kind), 100)
    assert (first[0], Image.open(BytesIO(first[1])).size) == (media_type, (100, 50))


@pytest.mark.parametrize("content", [photo_of_a_phone(), png(1200, 900)], ids=["heavy", "transparent"])
def test_a_photo_that_may_not_be_heavy_is_none(content: bytes) -> None:
    media_type, drawn = box.redraw(content, 1600, most=250_000)
    seen = Image.open(BytesIO(drawn))
    assert (media_type, seen.format) == ("image/jpeg", "JPEG")
    assert len(drawn) <= 250_000
    assert max(seen.size) > 600, "it can still be made out"
    assert drawn == box.redraw(content, 1600, most=250_000)[1]


def test_text_hidden_in_a_png_is_left_behind() -> None:
    noted = PngInfo()
    noted.add_text("Place", "rumah contoh")
    assert b"contoh" not in box.redraw(photo(kind="PNG", pnginfo=noted), 5000)[1]


def test_bombs_are_refused_and_the_box_goes_on() -> None:
    with pytest.raises(PictureTooLarge):
        box.redraw(photo((9000, 9000), "PNG"), 100)
    with pytest.raises(TooSlow):
        box.pages_of(a_pdf() * 2000, Limits(cpu=1, wall=0.0))
    assert box.pages_of(a_pdf()) == 1


def test_what_is_no_picture_or_only_half_of_one_is_said() -> None:
    for content in (b"", b"halo", photo()[:200], photo(kind="GIF"), b"<svg/>"):
        with pytest.raises(NotAPicture):
            box.redraw(content, 100, OPENING)


def a_pdf() -> bytes:
    made, out = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.save(out)
    return out.getvalue()
