"""From YAML to dataclasses. The dataclass is the schema: its fields are the keys, its types say what they take.

A key that is a Python word has its field with an underscore at the end (`in_` is `in`). A field without a default must
be given. A list may be written as a single value. Every mistake is noted with its line; nothing is guessed.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from string import Formatter
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml

from .errors import BadScenario, Mistake

TRUE, FALSE = {"yes", "true"}, {"no", "false"}


@dataclass
class Part:
    """Whatever stands in a scenario file: its line, and whether the source says it or we assume it."""

    line: int = field(default=0, init=False)
    assumed: str = field(default="", kw_only=True)


class Unreadable(Exception):
    """This node says nothing; the mistake is noted already."""


@dataclass
class Reader:
    """Reads nodes of one file and notes its mistakes. `given` are the words that `{…}` stands for inside a loop."""

    file: str
    given: Mapping[str, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, node: yaml.Node, words: str) -> Unreadable:
        """Note a mistake; raise what it returns."""
        self.note(node.start_mark.line + 1, words)
        return Unreadable(words)

    def note(self, line: int, words: str) -> None:
        mistake = Mistake(self.file, line, words)
        if mistake not in self.mistakes:
            self.mistakes.append(mistake)

    def inside(self, given: Mapping[str, str]) -> "Reader":
        """A reader of the same file for one turn of a loop."""
        return Reader(self.file, {**self.given, **given}, self.mistakes)

    # --- the forms of YAML

    def text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.wrong(node, "here stands a list or a mapping; write one value")
        if not self.given or "{" not in node.value:
            return node.value
        try:
            return Formatter().vformat(node.value, (), self.given)
        except (KeyError, ValueError, IndexError):
            known = ", ".join(f"{{{name}}}" for name in self.given)
            raise self.wrong(
                node, f"“{node.value}” has a word in braces that a loop does not know; known: {known}"
            ) from None

    def pairs(self, node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """Key → its node and its value's. A key given twice is a mistake."""
        if not isinstance(node, yaml.MappingNode):
            raise self.wrong(node, "here must stand keys with values (key: value)")
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            if (name := self.text(key)) in found:
                self.wrong(key, f"“{name}” is given twice")
            found[name] = key, value
        return found

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        return node.value if isinstance(node, yaml.SequenceNode) else [node]

    # --- what the dataclasses ask for

    def read(self, wanted: Any, node: yaml.Node) -> Any:
        """The node as `wanted`: str, int, bool, date, Any, X | None, list[X], dict[str, X], or a dataclass."""
        if hasattr(wanted, "read_from"):
            return wanted.read_from(self, node)
        if isinstance(wanted, type) and is_dataclass(wanted):
            return self.part(wanted, node)
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin in (Union, types.UnionType):
            return self.read(next(a for a in arguments if a is not type(None)), node)
        if origin is list:
            return self.each(arguments[0], self.items(node))
        if origin is dict:
            pairs = self.pairs(node).items()
            values = self.each(arguments[1], [value for _name, (_key, value) in pairs])
            return dict(zip([name for name, _pair in pairs], values, strict=False))
        return SCALARS[wanted](self, node)

    def each(self, wanted: Any, nodes: list[yaml.Node]) -> list[Any]:
        """All that can be read; what cannot is noted."""
        found = []
        for node in nodes:
            try:
                found.append(self.read(wanted, node))
            except Unreadable:
                continue
        return found

    def part(self, wanted: type, node: yaml.Node) -> Any:
        """A dataclass from a mapping. Unknown and missing keys are mistakes."""
        known = {f.name.rstrip("_"): f for f in fields(wanted) if f.name != "line"}
        given = self.known_pairs(node, set(known))
        hints = get_type_hints(wanted)
        values: dict[str, Any] = {}
        for name, (_key, value) in given.items():
            try:
                values[known[name].name] = self.read(hints[known[name].name], value)
            except Unreadable:
                continue
        for name in known.keys() - given.keys():
            if required(known[name]):
                self.wrong(node, f"“{name}” is missing")
        if any(required(f) and f.name not in values for f in known.values()):
            raise Unreadable
        made = wanted(**values)
        made.line = node.start_mark.line + 1
        return made

    def known_pairs(self, node: yaml.Node, known: set[str]) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        found = self.pairs(node)
        for name in found.keys() - known:
            self.wrong(found[name][0], f"“{name}” is not known here{meant(name, known)}")
        return {name: pair for name, pair in found.items() if name in known}


def required(column: Field) -> bool:
    return column.init and column.default is MISSING and column.default_factory is MISSING


def meant(name: str, known: Any) -> str:
    """What was probably meant, or what there is."""
    names = sorted(map(str, known))
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else f"; known: {', '.join(names[:30])}"


def whole_number(reader: Reader, node: yaml.Node) -> int:
    text = reader.text(node)
    try:
        return int(text)
    except ValueError:
        raise reader.wrong(node, f"“{text}” is not a whole number") from None


def yes_or_no(reader: Reader, node: yaml.Node) -> bool:
    text = reader.text(node).lower()
    if text not in TRUE | FALSE:
        raise reader.wrong(node, f"“{text}” is neither yes nor no")
    return text in TRUE


def day(reader: Reader, node: yaml.Node) -> date:
    text = reader.text(node)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise reader.wrong(node, f"“{text}” is not a date; write year-month-day, such as 2024-05-06") from None


def anything(reader: Reader, node: yaml.Node) -> Any:
    """Values for an act, as YAML understands them."""
    if isinstance(node, yaml.MappingNode):
        return {name: anything(reader, value) for name, (_key, value) in reader.pairs(node).items()}
    if isinstance(node, yaml.SequenceNode):
        return [anything(reader, item) for item in node.value]
    text = reader.text(node)
    if getattr(node, "style", None) or node.tag == "tag:yaml.org,2002:timestamp":
        return text
    return yaml.safe_load(text)


SCALARS = {str: Reader.text, int: whole_number, bool: yes_or_no, date: day, Any: anything}


def tree_of(text: str, file: str) -> yaml.Node:
    """The nodes of a YAML text. Raises `BadScenario` when it is no YAML or empty."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise BadScenario([Mistake(file, line, f"this is not YAML: {error.problem or error.context}")]) from error
    if node is None:
        raise BadScenario([Mistake(file, 1, "the file is empty")])
    return node
