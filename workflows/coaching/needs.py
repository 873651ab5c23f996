"""What a village needs is noted by an ordinary save, at a visit or between visits; an act then asks an office for it."""


from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.examples import made_up
from workflows.core.models import File
from workflows.organisation.models import Mandate, Role
from workflows.routes.drafts import in_force_today
from workflows.villages.models import KampungKB

from .input import words
from .lists import AIMS, FUNDS, list_for
from .models import Need, Visit

NOTING = [Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY, Role.PKB, Role.CAMAT, Role.AGENCY]
LONGEST = 2_000
LONGEST_TITLE = 120


@transaction.atomic
def note_need(kampung: KampungKB, by: Mandate, *, what: str, aim: str, visit: Visit | None = None, example: bool = False) -> Need:
    """Put a need on the village's inventory. `aim` is a key of the list that counts there today.

    Raises `BadValues` naming the field, `Refused` when the office of `by` does not serve the village.
    """
    if not may_note_for(kampung, by):
        said = _("Kebutuhan %(name)s dicatat oleh kantor yang melayani desa itu.") % {"name": kampung.region.name}
        raise Refused([Problem(kampung.pk, "kampungkb", "may_note_for", said, _("desa, penyuluh KB, camat atau OPD KB"))])
    aims, funds = (list_for(which, kampung.region) for which in (AIMS, FUNDS))
    if aim not in (offered := aims.for_kind(kampung.region.kind)):
        raise BadValues({"aim": _("Pilih sasaran: %(aims)s.") % {"aims": ", ".join(offered)}})
    if visit and not kampung.region.path.startswith(visit.region.path):
        raise BadValues({"visit": _("Kunjungan itu ke kecamatan lain.")})
    said = words("what", what, LONGEST)
    return Need.objects.create(file=file_for(kampung, by, said, example), kampung=kampung, visit=visit, what=said,
                               aims=aims.name, aim=aim, funds=funds.name)  # fmt: skip


def may_note_for(kampung: KampungKB, by: Mandate) -> bool:
    """The offices that serve the village; their staff may do it too."""
    return by.office.role in NOTING and by.office.serves(kampung.region) and in_force_today(by, kampung.region.zone)


def file_for(kampung: KampungKB, by: Mandate, what: str, example: bool) -> File:
    title = _("Kebutuhan %(village)s: %(what)s") % {"village": kampung, "what": what}
    return File.objects.create(
        kind="need", title=title[:LONGEST_TITLE], region=kampung.region, zone=kampung.region.zone, office=by.office,
        drafted_by=by.person, example=made_up(example),
    )  # fmt: skip
