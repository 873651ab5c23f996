"""Which office stands above which, for escalation, for passing a task on and for naming a Plt."""

from django.db.models import Case, Value, When

SUPERIOR = {
    "village_secretary": "village_head",
    "village_head": "camat",
    "pkb": "agency",
    "camat": "secretary",
    "agency": "secretary",
    "legal": "assistant",
    "partner": "secretary",
    "assistant": "secretary",
    "secretary": "regent",
}
"""Role → role of the superior office in the same territory. A village is coordinated, not commanded, by its Camat."""


def superior_role(path: str = "office__role") -> Case:
    """The role above the one at `path`."""
    return Case(*(When(**{path: role}, then=Value(above)) for role, above in SUPERIOR.items()), default=Value(""))
