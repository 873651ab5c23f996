"""Whether a file is a ranking whose places follow from its scores: for the command line and for everybody."""

import json
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.canonical import fingerprint
from workflows.core.errors import MALFORMED, BadValues

from .publishing import holds


def published_in(content: bytes) -> Any:
    """What a file says. Raises `BadValues` for what is no JSON."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadValues({"berkas": _("Berkas ini bukan JSON: %(why)s") % {"why": error}}) from error


def follows(published: Any) -> tuple[str, bool]:
    """The hash of a published ranking, and whether its places follow from its scores.

    Raises `BadValues` for what is none. Whoever sent it may have written any number: the rubric bounds them.
    """
    try:
        sha256 = fingerprint(published)
        return sha256, holds(published, sha256)
    except (*MALFORMED, BadValues, RecursionError) as error:
        raise BadValues({"berkas": _("Bukan peringkat yang diterbitkan Siklus: %(why)s") % {"why": error}}) from error
