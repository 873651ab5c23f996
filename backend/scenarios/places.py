"""Villages as a scenario names them: by code, by the code of a district or regency, with exceptions."""

from dataclasses import dataclass, field
from functools import cache
from typing import Self

import yaml

from workflows.organisation.models import Level
from workflows.organisation.territory.files import Row, read
from workflows.organisation.territory.load import DEFAULT_FOLDER

from .reading import Part, Reader, Unreadable, meant


@cache
def shipped() -> dict[str, Row]:
    """The regions that the project ships, by code."""
    return {row.code: row for row in read(DEFAULT_FOLDER)}


def villages_under(code: str) -> list[str]:
    """The codes of the villages in a region (or of the village itself), in the order of codes."""
    return sorted(
        row.code for row in shipped().values()
        if row.level == Level.VILLAGE and (row.code == code or row.code.startswith(f"{code}."))
    )  # fmt: skip


def names_of(code: str) -> dict[str, str]:
    """What `{code}`, `{village}` and `{district}` stand for in a loop over villages."""
    row = shipped()[code]
    return {"code": code, "village": row.name, "district": shipped()[row.parent_code].name}


@dataclass
class Code(Part):
    """The code of a region that the project ships."""

    code: str

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        code = reader.text(node)
        if code not in shipped():
            raise reader.wrong(node, f"there is no region {code}{meant(code, shipped())}")
        made = cls(code)
        made.line = node.start_mark.line + 1
        return made


@dataclass
class Filter(Part):
    """`in` these regions, but not `except` those, of one `kind`, at most the `first` so many."""

    in_: list[Code]
    except_: list[Code] = field(default_factory=list)
    kind: str = ""
    first: int | None = None

    def codes(self) -> list[str]:
        left_out = {code for region in self.except_ for code in villages_under(region.code)}
        found = {code: None for region in self.in_ for code in villages_under(region.code) if code not in left_out}
        return [code for code in found if self.kind in ("", shipped()[code].kind)][: self.first]


class OneCode(Filter):
    """A code that stands alone means all the villages in it."""

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        return cls([reader.read(Code, node)])


@dataclass
class Places:
    """Villages, by code. Written as a code or a `Filter`, or as a list of these."""

    codes: list[str]

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        chosen = [one for item in reader.items(node) for one in reader.each(filter_or_code(item), [item])]
        if not chosen or not any(one.in_ for one in chosen):
            raise Unreadable
        codes = list(dict.fromkeys(code for one in chosen for code in one.codes()))
        if not codes:
            raise reader.wrong(node, "no village is meant by this")
        return cls(codes)


def filter_or_code(node: yaml.Node) -> type[Filter]:
    return Filter if isinstance(node, yaml.MappingNode) else OneCode


@dataclass
class AnyCodes:
    """Codes exactly as written, even unknown or double ones: for rows that must be refused."""

    codes: list[str]

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        return cls(reader.read(list[str], node))


@dataclass
class Hamlets:
    """Where a decree's Kampung KB are hamlets': the same in `each` village, or by a village's code what its one is `called`."""

    each: list[str] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        if isinstance(node, yaml.MappingNode):
            return cls(called=reader.read(dict[str, str], node))
        return cls(each=reader.read(list[str], node))

    def rows(self, code: str) -> list[dict[str, str]]:
        """What stands on the decree beside a village, row by row."""
        if name := self.called.get(code):
            return [{"hamlet": name, "name": name}]
        return [{"hamlet": hamlet} for hamlet in self.each] or [{}]
