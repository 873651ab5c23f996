"""The vote of the jury's chair, which decides between entries that nothing else tells apart."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .input import the_one


def read_vote(deed, competitions) -> dict[str, Any]:
    """`preferred`: ids of entries, the one to be placed first first. Raises `BadValues`."""
    contest = the_one(deed, competitions)
    vote = deed.values["preferred"]
    known = set(contest.entries.values_list("pk", flat=True))
    if len({*map(str, vote)}) < len(vote) or any(type(pk) is not int or pk not in known for pk in vote):
        words = _("Suara ketua juri menyebut setiap peserta paling banyak sekali, dan hanya peserta.")
        raise BadValues({"preferred": words})
    return {"vote": vote}
