"""A made-up sheet that corrects slips of the pen in the made-up designation decree."""

from documents.content import Content
from documents.kinds.keputusan_bupati.sample import sample as original_of
from documents.kinds.keputusan_pencabutan.sample import NAMED, OTHER


def sample(rows: int = 2) -> Content:
    """A correction of `rows` slips."""
    original = original_of(1)
    return {
        "schema": "siklus/decree/1",
        "kind": "ralat",
        "template": "ralat@1",
        "example": True,
        "issuer": original["issuer"],
        "subject": f"Kekeliruan Penulisan dalam {NAMED}",
        "year": 2024,
        "clauses": [
            f"Dalam {NAMED} terdapat kekeliruan penulisan sebagai berikut:",
            "Dengan ralat ini kekeliruan tersebut telah diperbaiki, tanpa mengubah isi keputusan.",
        ],
        "changes": {"kind": "corrects", "other": OTHER, "order": 1, "retroactive": False},
        "corrections": [
            {"place": f"Lampiran nomor urut {number}", "written": f"Contho {number}", "meant": f"Contoh {number}"}
            for number in range(1, rows + 1)
        ],
        "copies_to": original["copies_to"],
        "number_prefix": "NOMOR",
        "issue": {**original["issue"], "number": "B/112/KPTS/III.06/2024", "date": "2024-05-20"},
    }
