from workflows.organisation.models import Role

from .known import Beginning, Known


def recommendation(known: Known) -> Beginning:
    """D4: the Camat supports a village's proposal before the agency."""
    village, head = known.village, known.title(Role.VILLAGE_HEAD)
    body = {
        "bases": [known.proposing_letter],
        "considerations": [
            "bahwa usulan beserta kelengkapannya telah diperiksa",
            f"bahwa pembentukan Kampung Keluarga Berkualitas di {village} sejalan dengan pembangunan kecamatan",
        ],
        "recipients": [{"name": village, "position": head}],
        "purpose": f"ditetapkan sebagai Kampung Keluarga Berkualitas oleh {known.title(Role.REGENT)}",
        "validity": "",
    }
    return known.begun(f"Rekomendasi {known.wanted}", body, to=[known.title(Role.AGENCY)],
                       copies_to=[known.title(Role.REGENT), head])  # fmt: skip
