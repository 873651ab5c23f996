"""Pictures for tests."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw


def png(width: int, height: int) -> bytes:
    """A green oval on nothing: a stand-in for an emblem."""
    image, written = Image.new("RGBA", (width, height)), BytesIO()
    ImageDraw.Draw(image).ellipse((0, 0, width - 1, height - 1), fill="darkgreen")
    image.save(written, "PNG")
    return written.getvalue()


def photo_of_a_phone(number: int = 0) -> bytes:
    """As a camera writes it, too heavy for a prepaid card: 2000 × 1500 pixels that hardly compress; each number another."""
    noise = Image.effect_noise((500, 375), 90 + number).resize((2000, 1500))
    written = BytesIO()
    Image.merge("RGB", (noise, noise.rotate(180), noise)).save(written, "JPEG", quality=92)
    return written.getvalue()


def picture(name: str, colour: tuple[int, int, int] = (20, 90, 60)) -> SimpleUploadedFile:
    """A photo of one colour, as a phone sends it."""
    written = BytesIO()
    Image.new("RGB", (64, 48), colour).save(written, "JPEG")
    return SimpleUploadedFile(name, written.getvalue(), "image/jpeg")
