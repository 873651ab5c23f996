"""The words of a notice: what, where, until when, and the link. The wording stands in `messages/`, one file a topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine

from worker.models import LONGEST_TEXT, Delivery
from workflows.core.wording import long_date
from workflows.organisation.models import Person

LONGEST_SUBJECT: int = Delivery._meta.get_field("subject").max_length or 0
SHORTEST_TITLE = 20
engine = Engine(dirs=[str(Path(__file__).parent / "messages")], autoescape=False)


@dataclass(frozen=True)
class Notice:
    subject: str
    text: str
    link: str


def notice(template: str, title: str, path: str, **facts: Any) -> Notice:
    """The notice that `messages/<template>.txt` makes: its first line is the subject, the rest the text.

    A long title is cut until the text fits into one WhatsApp message (300 characters).
    """
    link = settings.BASE_URL + path
    facts = {name: long_date(value) if hasattr(value, "year") else value for name, value in facts.items()}
    subject, text = worded(template, facts | {"title": title, "link": link})
    if len(text) > LONGEST_TEXT:
        room = max(SHORTEST_TITLE, len(title) - (len(text) - LONGEST_TEXT))
        _subject, text = worded(template, facts | {"title": cut(title, room), "link": link})
    return Notice(cut(subject, LONGEST_SUBJECT), cut_before(link, text), link)


def worded(template: str, facts: dict[str, Any]) -> tuple[str, str]:
    subject, _newline, text = engine.get_template(f"{template}.txt").render(Context(facts)).partition("\n")
    return subject.strip(), " ".join(text.split())


def cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def cut_before(link: str, text: str) -> str:
    """A text that fits; what is cut off stands before the link at its end."""
    if len(text) <= LONGEST_TEXT or not text.endswith(link):
        return cut(text, LONGEST_TEXT)
    return f"{cut(text.removesuffix(link).rstrip(), LONGEST_TEXT - len(link) - 1)} {link}"


def letter(person: Person, text: str, bundle: Sequence[Delivery] = ()) -> str:
    """The body of an e-mail around a notice's text, with the notices that it brings along."""
    return engine.get_template("letter.txt").render(Context({"person": person, "text": text, "bundle": bundle}))
