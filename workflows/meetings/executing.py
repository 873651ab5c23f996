"""What a signed record decided is carried out in one act; before that anybody may see exactly what it would do, and what not.

Whatever is to be done is found by `queries.py` for the act and for the preview alike, and asked by the same rules.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.contests.naming import title_of_entry
from workflows.core.act import all_of
from workflows.core.door import problems
from workflows.core.errors import BadValues, Problem
from workflows.core.models import File
from workflows.core.wording import long_date
from workflows.evaluations.deciding import decisions_of
from workflows.organisation.models import Mandate
from workflows.organisation.offices import system_mandate
from workflows.villages.drafting import hamlet_and_village

from . import queries as q
from .input import the_one
from .states import CLASSES, MotionKind
from .wording import label_of

K = MotionKind
EXECUTE = "meetings.Rakor.execute"
NOT_YET = {"state", "has_its_record"}
"""Rules that only say that the record is not signed yet: no obstacle to a motion."""


def prepare_execution(deed, rakors) -> dict[str, Any]:
    """The classes decided, and the drafts of the entries to be nominated. Raises `BadValues` as `decisions_of` does."""
    rakor = the_one(deed, rakors)
    begin_entries(rakor, rakors, deed.by)
    return decisions_of(decided_by(rakors))


def decided_by(rakors) -> dict[int, dict[str, str]]:
    """Evaluation → class and reason, of the motions that stand."""
    found = q.rows_of(rakors, *CLASSES).select_related("motion")
    return {row.evaluation_id: {"class": row.decided, "reason": row.motion.reason} for row in found}


def begin_entries(rakor, rakors, by: Mandate) -> None:
    """A draft for each village nominated that has no entry in that contest yet; of two motions that name it, one."""
    there = set(all_of("contests.Entry").exclude(state="withdrawn").values_list("competition", "kampung"))
    rows = q.rows_of(rakors, K.NOMINATE).select_related("motion__competition__file", "kampung__region")
    for row in rows:
        if (named := (row.motion.competition_id, row.kampung_id)) in there:
            continue
        there.add(named)
        file = File.objects.create(
            kind="entry", title=title_of_entry(row.kampung, row.motion.competition), region=row.kampung.region,
            zone=rakor.file.zone, office=rakor.file.office, drafted_by=by.person, example=rakor.file.example,
        )  # fmt: skip
        all_of("contests.Entry").create(file=file, competition=row.motion.competition, kampung=row.kampung)


# --- what it would do ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Effect:
    """What carrying out a motion does, in words, and what stands in its way (none: nothing)."""

    words: list[str]
    problems: list[Problem]


def preview(rakor) -> dict[int, Effect]:
    """Motion → its effect, for all that stand. The very rules of `execute` are asked; nothing is kept."""
    mine = all_of("meetings.Rakor").filter(pk=rakor.pk)
    system = system_mandate()
    with transaction.atomic():
        begin_entries(rakor, mine, system)
        found = problems(EXECUTE, rakor, by=system)
        of_motions = places(mine)
        transaction.set_rollback(True)
    standing = defaultdict(list)
    for problem in found:
        if problem.object_id != rakor.pk or problem.rule not in NOT_YET:
            for motion in of_motions.get((problem.kind, problem.object_id), []):
                standing[motion].append(problem)
    wrong = classes_that_cannot_be(mine)
    carried = q.carried(mine).select_related("owner", "competition__file").prefetch_related("rows__kampung__region")
    return {one.pk: Effect(words_of(rakor, one), standing[one.pk] + wrong.get(one.pk, [])) for one in carried}


def places(rakors) -> dict[tuple[str, int], list[int]]:
    """Whatever a rule may name → the motions that it stands for."""
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for pk, motion, evaluation, kampung, contest in q.rows_of(rakors, *K.values).values_list(
        "pk", "motion", "evaluation", "kampung", "motion__competition"
    ):
        found["motionrow", pk].append(motion)
        found["evaluation", evaluation].append(motion)
        for entry in all_of("contests.Entry").filter(competition=contest, kampung=kampung) if contest else []:
            found["entry", entry.pk].append(motion)
    for motion in q.carried(rakors).values_list("pk", flat=True):
        found["motion", motion].append(motion)
    return found


def classes_that_cannot_be(rakors) -> dict[int, list[Problem]]:
    """What `decisions_of` would refuse, by motion."""
    found: dict[int, list[Problem]] = {}
    for row in q.rows_of(rakors, *CLASSES).select_related("motion"):
        try:
            decisions_of({row.evaluation_id: {"class": row.decided, "reason": row.motion.reason}})
        except BadValues as bad:
            said = "; ".join(bad.fields.values())
            found.setdefault(row.motion_id, []).append(Problem(row.evaluation_id, "evaluation", "class_can_be", said))
    return found


def words_of(rakor, motion) -> list[str]:
    """A line for each thing that is done."""
    rows = list(motion.rows.all())
    if motion.kind in CLASSES:
        return [f"{hamlet_and_village(row.kampung)}: {label_of(rakor, row.decided)}" for row in rows]
    if motion.kind == K.NOMINATE:
        return nominated(motion, rows)
    if motion.kind == K.FOLLOW_UP:
        asked = {"owner": motion.owner.label, "due": long_date(motion.due_on)}
        said = _("Tugas tindak lanjut bagi %(owner)s, tenggat %(due)s") % asked
        return [f"{hamlet_and_village(row.kampung)}: {said}" for row in rows] or [said]
    if motion.kind == K.RECOMMEND_REVOCATION:
        return [_("Hanya rekomendasi; pencabutan memerlukan keputusan tersendiri.")]
    return [_("Dicatat dalam berita acara.")]


def nominated(motion, rows: list[Any]) -> list[str]:
    """A village that is an entry already stays one."""
    there = all_of("contests.Entry").filter(competition=motion.competition_id).exclude(state__in=["draft", "withdrawn"])
    known = set(there.values_list("kampung", flat=True))
    words = {True: _("Sudah menjadi peserta: %(entry)s"), False: _("Dicalonkan: %(entry)s")}
    return [words[row.kampung_id in known] % {"entry": title_of_entry(row.kampung, motion.competition)} for row in rows]
