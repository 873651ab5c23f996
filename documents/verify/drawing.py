"""A paper is a function of its content: drawn again it must give the same bytes."""

from collections.abc import Iterator

from documents import box
from documents.content import Content
from documents.errors import DocumentError
from documents.forms import SIGNED, Form


def differences(pdf: bytes, template: str, content: Content, form: str) -> Iterator[str]:
    """What is wrong with a paper, compared with its content drawn again; a signed one begins with the final one."""
    try:
        again = box.render(template, content, Form.FINAL if form == SIGNED else Form(form)).pdf
    except (DocumentError, ValueError) as problem:
        yield f"tidak dapat digambar ulang: {problem}"
    else:
        if not (pdf.startswith(again) if form == SIGNED else pdf == again):
            yield "isi PDF berbeda dari gambar ulang snapshotnya"
