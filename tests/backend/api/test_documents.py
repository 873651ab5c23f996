import hashlib

from documents.models import Document


def test_a_paper_comes_as_it_was_archived(world, client_of, in_force, settings, tmp_path):
    settings.ARCHIVE_DIR = tmp_path
    pdf = b"%PDF-1.7 contoh"
    sha256 = hashlib.sha256(pdf).hexdigest()
    (tmp_path / "contoh.pdf").write_bytes(pdf)
    Document.objects.create(file=in_force.file, snapshot=in_force.file.snapshots.get(), kind="keputusan_bupati", template="x@1",
                            form="draft", content={}, content_sha256="", sha256=sha256, size=len(pdf), pages=1,
                            path="contoh.pdf")  # fmt: skip
    fitri = client_of("fitri")
    [paper] = fitri.get(f"/api/decrees/{in_force.pk}/").json()["documents"]
    answer = fitri.get(f"/api/documents/{paper['sha256']}")
    assert (b"".join(answer.streaming_content), answer["Content-Type"]) == (pdf, "application/pdf")
    assert fitri.get(f"/api/documents/{'0' * 64}").status_code == 404
    assert fitri.get("/api/documents/..%2F..%2Fetc").status_code == 404
