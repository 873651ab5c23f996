"""Another day, other times, another place, once people are invited."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .fields import checked, planned, refuse_disorder
from .input import the_one
from .inviting import tell_invited

MOVABLE = ("held_on", "begins", "ends", "place")


def prepare_schedule(deed, rakors) -> dict[str, Any]:
    """Another day, other times, another place; what is not given stays. Raises `BadValues`."""
    rakor = the_one(deed, rakors)
    asked = {name: deed.values[name] for name in MOVABLE if deed.values.get(name)}
    given = checked(asked, rakor.file.region)
    refuse_disorder(planned(rakor) | given)
    if "held_on" in given and given["held_on"] < deed.today:
        raise BadValues({"held_on": _("Tanggal ini sudah lewat.")})
    names = {"day": "held_on", "from_time": "begins", "to_time": "ends", "where": "place"}
    return {name: given.get(field) for name, field in names.items()} | tell_invited(deed, rakors)
