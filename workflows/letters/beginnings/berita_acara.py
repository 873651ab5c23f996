from workflows.organisation.models import Role

from .known import Beginning, Known


def minutes(known: Known) -> Beginning:
    """D1: the village met and agreed. A desa's council signs, too; its head has no login, so he signs on paper."""
    village = known.village
    body = {
        "held_on": "", "time": "", "venue": f"Kantor {village}",
        "activity": f"musyawarah tentang pembentukan Kampung Keluarga Berkualitas {village}",
        "results": [
            f"menyepakati pembentukan Kampung Keluarga Berkualitas di {village}",
            f"mengusulkan {known.wanted} kepada {known.title(Role.REGENT)} melalui {known.title(Role.CAMAT)}",
        ],
        "copies": 2,
    }  # fmt: skip
    return known.begun(f"Musyawarah Pembentukan Kampung Keluarga Berkualitas {village}", body, parties=parties(known))


def parties(known: Known) -> list[dict]:
    head = {"role": known.title(Role.VILLAGE_HEAD), "office": known.office.pk}
    council = {"role": "Ketua Badan Permusyawaratan Desa", "name": "", "lines": ["KETUA BADAN PERMUSYAWARATAN DESA"]}
    secretary = known.seat(Role.VILLAGE_SECRETARY)
    scribe = {"role": "Notulis", "office": secretary.pk} if secretary else {"role": "Notulis", "name": "", "lines": ["NOTULIS"]}
    return [head, *([council] if known.about.region.kind == "desa" else []), scribe]
