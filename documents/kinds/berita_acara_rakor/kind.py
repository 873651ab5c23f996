"""Berita acara of a rakor (documents.md D16): who attended, what was decided and who disagreed, the classes as an annex."""

from collections import Counter
from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.closing import KNOWN_BY
from documents.families.naskah_dinas.completeness import PARTY, letter_check
from documents.families.naskah_dinas.follow_ups import FOLLOW_UP, follow_ups
from documents.families.naskah_dinas.letter import PAGE, letter_context, marked
from documents.families.naskah_dinas.spelling import spelled_day
from documents.families.naskah_dinas.table import table
from documents.families.shapes import amount, count, day, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.berita_acara_rakor.sample import sample
from workflows.core.wording import number_in_words

MOST = 600  # Kampung KB of one regency, and decisions

ELEMENT = record(element=text, invited=amount, present=amount)
DECISION = record(
    text=text, votes=optional(text), dissent=optional(text), was=optional(text), correction=optional(text)
)
"""`was` is how the decision was first put down, `correction` why it was put right."""
CLASS = record(
    district=text, village=text, last=optional(text), computed=optional(text), decided=text, note=optional(text)
)
BODY = record(
    meeting=text,
    held_on=day,
    time=optional(text),
    venue=text,
    opener=text,
    chair=text,
    agenda=several(text),
    attendance=several(ELEMENT),
    quorum=amount,
    decisions=several(DECISION, most=MOST),
    classes=several(CLASS, least=0, most=MOST),
    follow_ups=several(FOLLOW_UP, least=0, most=MOST),
    copies=optional(count),
)
PRESENT = [("NO", "no center"), ("UNSUR", "element"), ("DIUNDANG", "count center"), ("HADIR", "count center")]
CLASSES = [
    ("NO", "no center"),
    ("KECAMATAN", "district"),
    ("KAMPUNG KB", "village"),
    ("TAHUN LALU", "class"),
    ("HASIL HITUNGAN", "class"),
    ("DITETAPKAN", "class decided"),
    ("CATATAN", "note"),
]


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    time = f", pukul {body['time']}" if body.get("time") else ""
    return {
        **letter_context(content, form, "Berita Acara"),
        **{key: body[key] for key in ("meeting", "opener", "chair")},
        "opening": f"{spelled_day(body['held_on'])}{time}, bertempat di {body['venue']}",
        "present": [{"mark": f"{n}.", **_signer(party)} for n, party in enumerate(_meeting(content), start=1)],
        "agenda": marked(body["agenda"]),
        "attendance": _attendance(body),
        "elements": _elements(body["attendance"]),
        "decisions": [_decision(order, one) for order, one in enumerate(body["decisions"], start=1)],
        "follow_ups": follow_ups(body["follow_ups"]),
        "classes": _classes(body["classes"]),
        "copies": number_in_words(body.get("copies") or 2),
    }


def _meeting(content: Content) -> list[dict[str, str]]:
    """Those who met; who only knows of it is not among them."""
    return [party for party in content["parties"] if party["role"] not in KNOWN_BY]


def _signer(party: dict[str, str]) -> dict[str, str]:
    return {"name": party.get("name") or "…", "role": party["role"]}


def _attendance(body: dict[str, Any]) -> str:
    """What all later decisions stand on."""
    invited, present = (sum(one[key] for one in body["attendance"]) for key in ("invited", "present"))
    said = f"{number_in_words(present)} dari {number_in_words(invited)} yang diundang hadir atau diwakili"
    if not body["quorum"]:
        return f"{said}, sebagaimana tercantum dalam daftar hadir"
    reached = "terpenuhi" if present >= body["quorum"] else "tidak terpenuhi"
    return f"{said}; kuorum {number_in_words(body['quorum'])} {reached}"


def _elements(attendance: list[dict[str, Any]]) -> dict[str, Any]:
    rows = [
        [f"{order}.", one["element"], str(one["invited"]), str(one["present"])]
        for order, one in enumerate(attendance, start=1)
    ]
    return table("elements", PRESENT, rows)


def _decision(order: int, one: dict[str, str]) -> dict[str, str]:
    known = {key: one.get(key) or "" for key in ("text", "votes", "dissent", "was", "correction")}
    return known | {"mark": f"{order}.", "text": f"{one['text'].rstrip(' .')}."}


def _classes(given: list[dict[str, str]]) -> dict[str, Any] | None:
    """None where the rakor decided on no class. The total counts each class that was decided, in order of its first row."""
    keys = ("district", "village", "last", "computed", "decided", "note")
    rows = [[str(order), *(one.get(key) or "–" for key in keys)] for order, one in enumerate(given, start=1)]
    totals = Counter(one["decided"] for one in given)
    return (
        table("classes", CLASSES, rows, ", ".join(f"{n} {name}" for name, n in totals.most_common())) if rows else None
    )


KIND = Kind(
    id="berita_acara_rakor",
    version=1,
    title="Berita Acara Rakor",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY, parties=several(PARTY, least=2, most=20)),
    context=context,
    sample=sample,
    headline=lambda content: "BERITA ACARA",
    usual_page=PAGE,
)
