"""A form as its file says it (`data/*.yaml`), as a `Form`."""

from typing import Any

from workflows.core.reading import part

from .definition import Due, Field, Form, Section
from .states import Span

Parts = dict[str, tuple[str, ...]]


def formed(data: Any) -> Form:
    """Raises `BadValues` naming what is missing or of the wrong form."""
    with part("form", "code, version, title, span, every, due, source, fields"):
        fields = tuple(field(n, one, str(data["source"])) for n, one in enumerate(data["fields"], 1))
        return Form(
            code=str(data["code"]),
            version=int(data["version"]),
            title=str(data["title"]),
            span=Span(data["span"]),
            every=Span(data["every"]) if data["every"] else None,
            due=due(data["due"]) if data["due"] else None,
            fields=fields,
            sections=sections(data["sections"], fields) if "sections" in data else (Section("all", str(data["title"]), fields),),
            totals=parts(data.get("totals", {})),
            within=parts(data.get("within", {})),
            denominators={key: str(name) for key, name in data.get("denominators", {}).items()},
        )


def sections(given: Any, fields: tuple[Field, ...]) -> tuple[Section, ...]:
    by_key = {field.key: field for field in fields}
    with part("sections", "key, title, fields"):
        return tuple(
            Section(str(one["key"]), str(one["title"]), tuple(by_key[key] for key in one["fields"] if key in by_key))
            for one in given
        )


def due(given: Any) -> Due:
    with part("due", "day, months_after"):
        return Due(int(given["day"]), int(given["months_after"]))


def field(number: int, entry: Any, source: str) -> Field:
    with part(f"fields.{number}", "key, label, kind"):
        return Field(
            key=str(entry["key"]),
            label=str(entry["label"]),
            kind=str(entry["kind"]),
            source=str(entry.get("source", source)),
            needed=bool(entry.get("needed", True)),
            when=tuple(entry.get("when", {}).items()),
            of=str(entry.get("of", "")),
            choices={str(key): str(label) for key, label in entry.get("choices", {}).items()},
            open=bool(entry.get("open", False)),
            list=str(entry.get("list", "")),
            at_least=int(entry.get("at_least", 0)),
            only_for={str(key): tuple(kinds) for key, kinds in entry.get("only_for", {}).items()},
        )


def parts(given: Any) -> Parts:
    with part("totals, within", "a list of fields each"):
        return {whole: tuple(keys) for whole, keys in given.items()}
