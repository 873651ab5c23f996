from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from workflows.core.models import Attachment


def pdf(**given) -> bytes:
    made, stream = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.save(stream, **given)
    return stream.getvalue()


def picture(kind: str, size=(4, 4)) -> bytes:
    stream = BytesIO()
    Image.new("1", size).save(stream, kind)
    return stream.getvalue()


def send(client, content: bytes, name="contoh.pdf"):
    return client.post("/api/attachments/", {"file": SimpleUploadedFile(name, content)}, format="multipart")


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


CONTENT = pytest.mark.parametrize(
    ("content", "media_type"),
    [(pdf(), "application/pdf"), (picture("JPEG"), "image/jpeg"), (picture("PNG"), "image/png"),
     (picture("WEBP"), "image/jpeg")],
    ids=["pdf", "jpeg", "png", "webp"],
)  # fmt: skip


@CONTENT
def test_what_is_kept_comes_back_byte_for_byte_and_once(world, client_of, content, media_type):
    """A PDF as it was sent; a picture as it was drawn anew, the same each time."""
    fitri = client_of("fitri")
    made = send(fitri, content, "apa-saja.exe")
    kept = Attachment.path_of(made.json()["sha256"]).read_bytes()
    assert (made.status_code, made.json()["media_type"], made.json()["size"]) == (201, media_type, len(kept))
    assert kept == content or media_type.startswith("image/")
    back = fitri.get(f"/api/attachments/{made.json()['id']}/")
    assert (b"".join(back.streaming_content), back["Content-Type"]) == (kept, media_type)
    assert client_of("eko").get(f"/api/attachments/{made.json()['id']}/").status_code == 404
    assert send(fitri, content, "apa-saja.exe").json()["id"] == made.json()["id"]


REFUSED = [
    (b"halo", "PDF, JPEG"), (b"%PDF-1.7 rusak", "rusak"), (pdf()[:200], "rusak"),
    (picture("PNG")[:40], "utuh"), (picture("JPEG")[:100], "utuh"), (picture("GIF"), "PDF, JPEG"),
    (b"<svg onload='x'/>", "PDF, JPEG"), (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
    (picture("PNG", (8000, 8000)), "terlalu besar"),
    (pdf(encryption=pikepdf.Encryption(user="a", owner="b")), "terkunci"),
]  # fmt: skip


def test_anything_else_is_refused_in_words(world, client_of):
    fitri = client_of("fitri")
    for content, words in REFUSED:
        refused = send(fitri, content)
        assert (refused.status_code, words in refused.json()["errors"]["file"]) == (400, True), (
            content[:20],
            refused.json(),
        )


def test_too_large_empty_or_missing_is_refused(world, client_of, settings):
    settings.LARGEST_UPLOAD = 10
    fitri = client_of("fitri")
    assert "lebih besar" in send(fitri, pdf()).json()["errors"]["file"]
    assert send(fitri, b"").status_code == 400
    assert fitri.post("/api/attachments/", {}, format="multipart").status_code == 400
    assert fitri.post("/api/attachments/", {"file": "x"}).status_code == 415


def test_a_name_is_kept_for_people_only(world, client_of):
    made = send(client_of("fitri"), pdf(), "x" * 300 + "\n.pdf")
    assert len(made.json()["name"]) <= 200
