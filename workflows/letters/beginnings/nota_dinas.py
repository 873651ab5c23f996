from workflows.core.wording import number_in_words
from workflows.organisation.models import Role

from .known import Beginning, Known


def note(known: Known) -> Beginning:
    """D6: the agency lays a draft decree before the regent, through the Sekda; one that is decided it brings to his notice."""
    if known.is_decided:
        return of_decided(known)
    with_annexes = f" beserta {number_in_words(known.annexes)} lampiran" if known.annexes else ""
    body = {
        "points": [
            f"Bersama ini disampaikan rancangan {known.decree} yang memuat {known.villages}{with_annexes} untuk mendapat "
            "pertimbangan.",
            "Usulan desa dan kelurahan dalam daftar telah diverifikasi.",
            "Apabila disetujui, mohon berkenan ditandatangani.",
        ],
        "closing": "Demikian disampaikan, atas perkenannya diucapkan terima kasih.",
    }
    return known.begun(f"Rancangan {known.decree}", body, to=[known.title(Role.REGENT)], through=known.title(Role.SECRETARY),
                       copies_to=[known.title(Role.LEGAL)], enclosures="1 (satu) berkas")  # fmt: skip


def of_decided(known: Known) -> Beginning:
    body = {
        "points": [f"Bersama ini dilaporkan bahwa {known.decree} yang memuat {known.villages} telah ditetapkan."],
        "closing": "Demikian disampaikan untuk menjadi maklum.",
    }
    return known.begun(known.decree, body, to=[known.title(Role.REGENT)], through=known.title(Role.SECRETARY),
                       copies_to=[known.title(Role.LEGAL)])  # fmt: skip
