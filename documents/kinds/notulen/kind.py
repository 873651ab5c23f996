"""Notulen (documents.md D15): what was said at a meeting and what followed; signed by who led it and who took the notes."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import PARTY, letter_check
from documents.families.naskah_dinas.follow_ups import FOLLOW_UP, follow_ups
from documents.families.naskah_dinas.letter import PAGE, letter_context, marked
from documents.families.naskah_dinas.spelling import weekday_and_date
from documents.families.shapes import day, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.notulen.sample import sample

MOST = 200  # subjects talked about, and conclusions

BODY = record(
    meeting=text,
    held_on=day,
    time=text,
    venue=text,
    invitation=optional(text),
    agenda=several(text),
    chair=text,
    note_taker=text,
    attendance=text,
    opening=text,
    discussion=several(record(topic=text, said=text), least=0, most=MOST),
    conclusions=several(text, most=MOST),
    follow_ups=several(FOLLOW_UP, least=0, most=MOST),
)


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    return {
        **letter_context(content, form, "Notulen"),
        **{key: body[key] for key in ("meeting", "time", "venue", "chair", "note_taker", "attendance", "opening")},
        "day": weekday_and_date(body["held_on"]),
        "invitation": body.get("invitation") or "–",
        "agenda": marked(body["agenda"]),
        "discussion": [
            {"mark": f"2.{order}", "topic": part["topic"], "said": part["said"]}
            for order, part in enumerate(body["discussion"], start=1)
        ],
        "conclusions": marked(body["conclusions"]),
        "table": follow_ups(body["follow_ups"]),
    }


KIND = Kind(
    id="notulen",
    version=1,
    title="Notulen",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY, parties=several(PARTY, least=2, most=4)),
    context=context,
    sample=sample,
    headline=lambda content: "NOTULEN",
    usual_page=PAGE,
    issued=False,  # its number is optional (documents.md 1, D15)
)
