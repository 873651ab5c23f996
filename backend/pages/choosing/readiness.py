"""How ready villages are for a decree: the rules of handing in are asked as the door asks them, without doing anything."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.door import problems
from workflows.core.errors import Problem
from workflows.decrees.drafting import put_on
from workflows.decrees.models import Claim, Decree, DecreeRow
from workflows.organisation.models import Mandate, Region
from workflows.villages.models import Pokja

ROW, ROSTER = "decreerow", "pokja"


@dataclass(frozen=True)
class Candidate:
    """A village that would come onto the list. `blocked`: it cannot; `problems`: what would be missing once it is there."""

    region: Region
    problems: list[Problem]
    blocked: bool = False

    @property
    def ready(self) -> bool:
        return not self.problems


def rehearse(decree: Decree, by: Mandate, regions: Sequence[Region]) -> list[Candidate]:
    """What the rules would say with these villages on the list: they are put on, asked in one statement, and taken off again."""
    taken = {**elsewhere(decree, regions), **already(decree)}
    free = [region for region in regions if region.pk not in taken]
    with transaction.atomic():
        rows = put_on(decree, [(region, {}) for region in free])
        found = by_region(decree, by)
        transaction.set_rollback(True)
    assert len(rows) == len(free)
    return [
        Candidate(region, [taken[region.pk]], blocked=True) if region.pk in taken else Candidate(region, found.get(region.pk, []))
        for region in regions
    ]


def by_region(decree: Decree, by: Mandate) -> dict[int, list[Problem]]:
    """What stands against the single villages of the list, by region."""
    asked = problems(Decree.submit, decree, by=by)
    rows = dict(DecreeRow.objects.filter(decree=decree).values_list("pk", "kampung__region"))
    rosters = dict(Pokja.objects.filter(file=decree.pk).values_list("pk", "kampung__region"))
    found: dict[int, list[Problem]] = defaultdict(list)
    for problem in asked:
        of = {ROW: rows, ROSTER: rosters}.get(problem.kind, {})
        if (region := of.get(problem.object_id)) is not None:
            found[region].append(problem)
    return found


def elsewhere(decree: Decree, regions: Sequence[Region]) -> dict[int, Problem]:
    """The villages that another open draft has claimed for the same effect."""
    claims = Claim.objects.filter(open=True, effect__in=decree.effects, kampung__region__in=regions, kampung__scope="village")
    words = _("Sudah ada dalam konsep lain: %(title)s.")
    return {
        claim.kampung.region_id: Problem(
            claim.kampung.region_id, "region", "claims_are_free", words % {"title": claim.decree.subject}, claim.decree.file.office.label
        )
        for claim in claims.exclude(decree=decree).select_related("kampung", "decree__file__office")
    }


def already(decree: Decree) -> dict[int, Problem]:
    rows = decree.rows.filter(kampung__scope="village").values_list("kampung__region", "struck")
    words = {False: _("Sudah tercantum."), True: _("Dikeluarkan dengan alasan; masukkan kembali dari daftarnya.")}
    return {region: Problem(region, "region", "listed", words[struck]) for region, struck in rows}
