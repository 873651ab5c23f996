"""The paper as it is reviewed: remarks at their place, and beside each item a way to pin one."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from documents.preview import Margin
from workflows.core.models import File
from workflows.routes.models import Remark

RETURN = "return_to_drafter"


def margin_of(file: File, remarks: Iterable[Remark], pins: str) -> Margin:
    """`pins` names the act whose form takes remarks; empty where nobody may give any now."""
    by_place: dict[str, list[Remark]] = {}
    for remark in remarks:
        by_place.setdefault(remark.target, []).append(remark)

    def beside(target: str) -> SafeString:
        return render_to_string("parts/beside.html", {"target": target, "remarks": by_place.get(target, []), "pins": pins})

    return Margin(beside, render_to_string("parts/to_list.html", {"file": file}))
