"""A signed paper in the archive: the bytes of the final one, and signatures after them. It is never touched again."""

from documents import archive
from documents.forms import SIGNED
from documents.models import Document

KEPT = ("snapshot_id", "kind", "template", "content", "content_sha256", "pages", "number", "dated")


def archive_signed(base: Document, pdf: bytes) -> Document:
    """Keep what a signer made of `base` (the final paper, or what the signatory before returned). Harmless again."""
    path = archive.store(pdf)
    columns = {name: getattr(base, name) for name in KEPT} | {"path": path, "size": len(pdf)}
    sha256 = path.partition("/")[2].removesuffix(".pdf")
    return Document.objects.get_or_create(file_id=base.file_id, form=SIGNED, sha256=sha256, defaults=columns)[0]
