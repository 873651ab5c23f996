"""A whole story, read and checked before anything of it is played."""

from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .errors import BadScenario, Mistake
from .lately import LongAgo, lately_of
from .reading import Part, Reader, Unreadable, day, tree_of
from .setting import Setting
from .steps import Step, read_steps

HERE = Path(__file__).parent
STORIES = HERE / "stories"
VARIANTS = HERE / "variants"
"""What if? Played by name, but not listed: each plays in the district of a shipped story."""
VILLAGES_PROPOSE = str(HERE / "demo" / "pamekasan.yaml")
DEMO = ["kubu-raya", "lampung-barat", VILLAGES_PROPOSE, "satu-tahun"]
"""What the demo plays: besides two stories a district that is only half covered, where villages still propose, and a whole year."""

BORROWED = ["territory", "people", "offices", "offices_since", "policies", "registers", "bases", "rosters"]
"""What a story takes from the one that it is `like`."""


@dataclass
class Day:
    date: date
    line: int
    steps: list[Step]


@dataclass
class Story:
    """`name` is the file's, without its ending; people are called `<name>.<key>` in the database.

    What the demo alone plays, so that a visitor finds something to do: `lately`, in the weeks before it begins, and `afterwards`,
    when its stories are over.
    """

    name: str
    file: str
    setting: Setting
    days: list[Day] = field(default_factory=list)
    lately: list[LongAgo] = field(default_factory=list)
    afterwards: list[Step] = field(default_factory=list)

    def parts(self) -> list[Part]:
        """Everything that the story says."""
        return parts_of([self.setting, *(step for day in self.days for step in day.steps)])

    @property
    def last_day(self) -> date:
        return self.days[-1].date if self.days else self.setting.begins


def shipped_stories() -> list[str]:
    return sorted(path.stem for path in STORIES.glob("*.yaml"))


def path_of(name: str) -> Path:
    """The file of a shipped story, or the path as given. Raises `BadScenario` when there is no such file."""
    named = [folder / f"{name}.yaml" for folder in (STORIES, VARIANTS)]
    path = next((path for path in named if path.is_file()), Path(name))
    if not path.is_file():
        names = ", ".join(shipped_stories())
        raise BadScenario([Mistake(name, 1, f"there is no such file, and no shipped story of that name ({names})")])
    return path


def load(name: str) -> Story:
    """Read a story by the name of a shipped one or by its path. Raises `BadScenario` with every mistake found."""
    path = path_of(name)
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, file: str) -> Story:
    from .checking import check

    reader = Reader(file)
    story = None
    try:
        story = story_of(reader, tree_of(text, file))
    except Unreadable:
        pass
    if story and not reader.mistakes:
        check(story, reader)
    if story is None or reader.mistakes:
        raise BadScenario(sorted(reader.mistakes, key=lambda mistake: mistake.line))
    return story


def story_of(reader: Reader, tree: yaml.Node) -> Story:
    """Days are read even where the rest is wrong, so that all mistakes are told at once."""
    tree = with_borrowed(reader, tree)
    pairs = reader.pairs(tree)
    if "days" not in pairs:
        raise reader.wrong(tree, "“days” is missing")
    days = days_of(reader, pairs["days"][1])
    lately = lately_of(reader, pairs["lately"][1]) if "lately" in pairs else []
    afterwards = read_steps(reader, pairs["afterwards"][1]) if "afterwards" in pairs else []
    setting = reader.read(Setting, without(tree, "days", "lately", "afterwards"))
    if days and days[0].date < setting.begins:
        reader.note(days[0].line, f"{days[0].date} comes before the story begins on {setting.begins}")
    return Story(Path(reader.file).stem, reader.file, setting, days, lately, afterwards)


def with_borrowed(reader: Reader, tree: yaml.Node) -> yaml.Node:
    """The tree with what it does not say itself, but the story that it is `like` does."""
    pairs = reader.pairs(tree)
    if "like" not in pairs:
        return tree
    path = path_of(reader.text(pairs["like"][1]))
    other = reader.pairs(tree_of(path.read_text(encoding="utf-8"), path.name))
    more = [pair for name, pair in other.items() if name in BORROWED and name not in pairs]
    return yaml.MappingNode(tree.tag, [*tree.value, *more], tree.start_mark, tree.end_mark)


def without(tree: yaml.Node, *keys: str) -> yaml.Node:
    left = [pair for pair in tree.value if pair[0].value not in keys]
    return yaml.MappingNode(tree.tag, left, tree.start_mark, tree.end_mark)


def days_of(reader: Reader, node: yaml.Node) -> list[Day]:
    found: list[Day] = []
    for key, value in reader.pairs(node).values():
        try:
            today = day(reader, key)
            if found and today < found[-1].date:
                raise reader.wrong(key, f"{today} comes after {found[-1].date}: the days of a story go on, never back")
            found.append(Day(today, key.start_mark.line + 1, read_steps(reader, value)))
        except Unreadable:
            continue
    return found


def parts_of(thing: Any) -> list[Part]:
    """The thing and everything within it that stands in the file."""
    if isinstance(thing, list | dict):
        items = thing.values() if isinstance(thing, dict) else thing
        return [part for item in items for part in parts_of(item)]
    if not isinstance(thing, Part):
        return []
    return [thing, *(part for f in fields(thing) for part in parts_of(getattr(thing, f.name)))]
