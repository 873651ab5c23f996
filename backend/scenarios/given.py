"""Whether what a step gives can be taken: figures by their form, answers by their questionnaire, choices by the list of the place,
values by the act. Asked of what is shipped, before anything is played, so that no wrong key waits for its day.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from workflows.coaching.lists import AIMS, FUNDS, Choices, nearest, published
from workflows.core.door import Deed, check_values
from workflows.core.errors import BadValues
from workflows.core.naming import model_and_transition
from workflows.evaluations.questionnaire import OTHER_PARTS, PHOTOS
from workflows.reports.checking import faults
from workflows.reports.shipped import newest
from workflows.reports.worded import worded

from . import coaching_steps as coaching
from . import contest_steps as contests
from . import meeting_steps as meetings
from . import report_steps as reports
from . import round_steps as rounds
from .acts import ACTS, MODELS, ON_FILES, ON_VILLAGES, transition_of
from .places import names_of
from .reading import meant
from .steps import Act, ChangeDecree, Copies, Draft, Letter, Propose, Step

Begun = Mapping[str, Step]
"""The steps before this one, by the name of what each began."""
KINDS: dict[type, str] = {
    Draft: "decree", ChangeDecree: "decree", contests.Winners: "decree", Propose: "proposal", Letter: "letter", Copies: "letter",
    meetings.Record: "letter", rounds.Round: "round", rounds.Answer: "evaluation",
}  # fmt: skip
"""The kind of file that a step begins; of what is not here no act is told by `does`."""


def wrong_values(step: Step, begun: Begun) -> Iterator[str]:
    """What cannot be; where a refusal is expected, that is for the story to try."""
    if type(step) in CHECKS and getattr(step, "refused", None) is None:
        yield from CHECKS[type(step)](step, begun)


def figures(step: reports.Tell, _begun: Begun) -> Iterator[str]:
    if form := newest().get(step.report):
        in_words_of_there = worded(form.code, form.version, listed(AIMS, step.village.code).name) if form.listed else form
        yield from (f"{key}: {words}" for key, words in faults(in_words_of_there, step.figures).items())
        yield from (f"sources: “{key}” is not known{meant(key, form.by_key)}" for key in step.sources if key not in form.by_key)


def listed(which: str, code: str) -> Choices:
    """The list that counts in a region, by its code."""
    parts = code.split(".")
    return nearest(published(which), {".".join(parts[:n]) for n in range(1, len(parts) + 1)})


def answers(step: rounds.Answer | rounds.PutRight, _begun: Begun) -> Iterator[str]:
    try:
        rounds.QUESTIONS.checked(step.answers or {})
    except BadValues as bad:
        yield from (f"{place}: {words}" for place, words in bad.fields.items())


def aim_of_need(step: coaching.Need, _begun: Begun) -> Iterator[str]:
    yield from unlisted("aim", step.aim, AIMS, step.village.code)


def aim_of_motion(step: meetings.Motion, _begun: Begun) -> Iterator[str]:
    for code in step.villages.codes if step.villages and step.aim else []:
        yield from unlisted("aim", step.aim, AIMS, code)


def fund(step: coaching.Reply, begun: Begun) -> Iterator[str]:
    need = begun.get(step.reply)
    if step.fund and isinstance(need, coaching.Need):
        yield from unlisted("fund", step.fund, FUNDS, need.village.code)


def unlisted(name: str, given: str, which: str, code: str) -> Iterator[str]:
    choices = [item.key for item in listed(which, code).items]
    if given not in choices:
        yield f"{name}: “{given}” is not on the list of {names_of(code)['village']}{meant(given, choices)}"


def values(step: Act, begun: Begun) -> Iterator[str]:
    """As the door looks at them; what the story names itself (an office, a scan) counts as given."""
    if step.does not in ACTS or not (step.does in ON_VILLAGES or step.file in begun):
        return
    kind = "" if step.does in ON_VILLAGES else KINDS.get(type(begun[step.file]), "")
    if step.does in ON_FILES and not hasattr(MODELS.get(kind), ON_FILES[step.does]):
        yield f"nobody does “{step.does}” to “{step.file}”"
        return
    model, name = model_and_transition(transition_of(step.does, kind))
    try:
        check_values(Deed(model, name, [], None, values=given(step)))
    except BadValues as bad:
        yield from (f"{place}: {words}" for place, words in bad.fields.items())
    if kind == "evaluation":
        yield from remarks(step)


def given(step: Act) -> dict[str, Any]:
    named: dict[str, Any] = {"attachment": 0} if step.scan else {}
    if step.to:
        named["step" if step.does == "return_to_step" else "office"] = 0
    if step.changes:
        named["changes"] = vars(step.changes)
    if step.remarks:
        named["remarks"] = step.remarks
    values = step.values or {}
    return (values if isinstance(values, dict) else {"values": values}) | named


def remarks(step: Act) -> Iterator[str]:
    """Pinned to a section of the questionnaire, to its photos or to a question in it."""
    asked = {one.key: [one.key, f"{one.key}.{PHOTOS}", *(f"{one.key}.{question.key}" for question in one.questions)]
             for one in rounds.QUESTIONS.sections}  # fmt: skip
    for remark in step.remarks:
        if (part := remark.get("part", "")) not in ["", *OTHER_PARTS, *asked]:
            yield f"part: “{part}” is not asked{meant(part, asked)}"
        elif (target := remark.get("target", "")) and part in asked and target not in asked[part]:
            yield f"target: “{target}” is not asked{meant(target, asked[part])}"


CHECKS: dict[type, Callable[[Any, Begun], Iterator[str]]] = {
    reports.Tell: figures, rounds.Answer: answers, rounds.PutRight: answers, coaching.Need: aim_of_need, coaching.Reply: fund,
    meetings.Motion: aim_of_motion, Act: values,
}  # fmt: skip
