"""What a rubric must be to be published, and which version of its name it becomes."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.canonical import fingerprint, normal
from workflows.core.errors import BadValues

from .input import the_one
from .rubric import Rubric


def next_version(deed, drafts) -> dict[str, Any]:
    """The version that the draft becomes. Raises `BadValues` with all that is wrong with it."""
    draft = the_one(deed, drafts)
    last = newest_of(draft.code)  # once: what another office publishes from here on is met by the constraint
    if wrong := dict(wrong_beside(draft, last)):
        raise BadValues(wrong)
    data = published_data(draft)
    number = last.version + 1 if last else 1
    row = {"code": draft.code, "version": number, "data": data, "sha256": fingerprint(data), "office": draft.office_id}
    return {"number": number, "versions": [row]}


def newest_of(code: str) -> Any:
    return all_of("contests.RubricVersion").filter(code=code).order_by("version").last()


def published_data(draft) -> dict[str, Any]:
    return normal({"code": draft.code, "version": 1, **draft.data})


def faults_of(draft) -> Iterator[tuple[str, str]]:
    """Field → what keeps the draft from being published."""
    return wrong_beside(draft, newest_of(draft.code))


def wrong_beside(draft, last) -> Iterator[tuple[str, str]]:
    """`last`: the newest version of that name."""
    yield from unsound(draft)
    if not draft.data["source"] and not draft.data["placeholder"]:
        yield "source", _("Sebutkan dasar bobot ini, atau tandai rubrik ini sementara.")
    if last and last.office_id != draft.office_id:
        yield "code", _("Nama %(code)s sudah dipakai rubrik kantor lain.") % {"code": draft.code}
    elif last and last.sha256 == fingerprint(published_data(draft)):
        yield "criteria", _("Isinya sama dengan %(version)s, yang sudah terbit.") % {"version": last}


def unsound(draft) -> Iterator[tuple[str, str]]:
    """Of the criteria, each called by its label."""
    labels: dict[str, str] = defaultdict(str, {f"criteria.{one['key']}": one["label"] for one in draft.data["criteria"]})
    try:
        Rubric.read(published_data(draft))
    except BadValues as bad:
        yield from ((name, f"{labels[name]}: {words}" if labels[name] else words) for name, words in bad.fields.items())
