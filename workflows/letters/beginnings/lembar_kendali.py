from workflows.decrees.control_sheet import first_seen, ladder, rung
from workflows.organisation.titles import title_of
from workflows.routes.models import Remark

from .known import Beginning, Known


def control_sheet(known: Known) -> Beginning:
    """D8: who gave his paraf as what and when, read off the decree's run."""
    snapshot, decree = known.about.snapshot, known.about.decree
    body = {
        "initiator": title_of(known.about.office, known.day), "received_on": first_seen(decree, known.office),
        "code": snapshot.sha256[:8] if snapshot else "", "ladder": [rung(step) for step in ladder(decree)],
        "notes": remarks(known),
    }  # fmt: skip
    return known.begun(f"Rancangan {known.decree}", body)


def remarks(known: Known) -> list[str]:
    found = Remark.objects.filter(assignment__file=known.about).select_related("assignment__office").order_by("pk")
    return [f"{remark.assignment.office.label}: {remark.text}" for remark in found]
