"""Pictures for tests."""

from io import BytesIO

from PIL import Image, ImageDraw


def png(width: int, height: int) -> bytes:
    """A green oval on nothing: a stand-in for an emblem."""
    image, written = Image.new("RGBA", (width, height)), BytesIO()
    ImageDraw.Draw(image).ellipse((0, 0, width - 1, height - 1), fill="darkgreen")
    image.save(written, "PNG")
    return written.getvalue()
