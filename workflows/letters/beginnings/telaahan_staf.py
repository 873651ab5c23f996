from workflows.organisation.models import Role

from .known import Beginning, Known


def study(known: Known) -> Beginning:
    """D7: when a decision is asked for, not just passing on. What only the author knows stays to be written."""
    body = {
        "problem": [f"Diperlukan keputusan tentang rancangan {known.decree}."],
        "assumptions": ["Data usulan telah diverifikasi dan anggaran pembinaan tersedia."],
        "facts": [f"Rancangan memuat {known.villages}."],
        "analysis": [],
        "conclusions": [],
        "suggestions": [f"Mohon {known.title(Role.REGENT)} berkenan menetapkan rancangan tersebut."],
    }
    return known.begun(known.about.decree.subject, body, to=[known.title(Role.REGENT)], through=known.title(Role.SECRETARY))
