"""A copy of the made-up designation decree, certified by a made-up head of the legal bureau."""

from documents.content import Content
from documents.kinds.keputusan_bupati.sample import sample as original_of


def sample(rows: int = 12) -> Content:
    """A copy of a decree over `rows` villages."""
    original = original_of(rows)
    return {
        "schema": "siklus/copy/1",
        "kind": "salinan",
        "template": "salinan@1",
        "example": True,
        "office": {"title": "Kepala Bagian Hukum", "place": "Contoh Kota", "rank": "legal"},
        "original": original,
        "issue": {
            "number": original["issue"]["number"],
            "date": original["issue"]["date"],
            "signature": "none",
            "signatory": {
                "lines": ["KEPALA BAGIAN HUKUM"],
                "name": "Contoh Kepala Bagian Hukum, S.H.",
                "rank": "Pembina",
                "nip": "CONTOH",
            },
        },
    }
