from .known import Beginning, Known


def erratum(known: Known) -> Beginning:
    """D20: what a signed decree has miswritten and what it should say. The corrections are the writer's."""
    body = {
        "clauses": [
            f"Dalam {known.decree} terdapat kekeliruan penulisan sebagai berikut:",
            "Dengan ralat ini kekeliruan tersebut diperbaiki tanpa mengubah isi keputusan.",
        ],
        "corrections": [],
    }
    return known.begun(f"Kekeliruan Penulisan dalam {known.decree}", body, copies_to=known.about.decree.copies_to)
