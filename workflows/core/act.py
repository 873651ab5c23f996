"""The words a lifecycle is declared in: rules, moves, additions. All of them are queries over a set of rows.

A lifecycle says with django-fsm's `@transition` from where to where (target None: the state stays as it is), with which
permission and conditions (both are rules), and in `custom`:

    sets     columns the act sets on its rows
    file     columns it sets on the file itself
    then     what follows: `Move`, `Add`, `Set`
    after    what follows from the facts as they stand once all that is written: `Set`, `Settle`, one after the other
    takes    names of the values it must be given
    may_take names of the values it may be given
    unsaid   names of given values that the journal does not keep, since not everybody who reads it may know them yet
    locks    rows of other models to lock besides those that move: [("app.model", rows)]
    checks   functions (deed, subjects) -> list of `Problem`, for rules that no query can ask: about the actor's capacity,
             about data whose definition is data
    prepare  a function (deed, subjects) -> further values, run under the locks; it may raise `Refused`

A lifecycle may have `not_now`: a function from rows that stand where an act does not begin to the same rows with
`about` (the sentence that says so) and `who` (whose turn it is instead).

The engine (`door.py`) compiles each act once; what is known only when it is performed is a `Given`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import (
    BigIntegerField,
    DateField,
    DurationField,
    Expression,
    F,
    Func,
    JSONField,
    Lookup,
    QuerySet,
    TextField,
)
from django.db.models.functions import Cast, Coalesce

Rows = Callable[[QuerySet], QuerySet]
Conditions = list[Callable[[models.Model], bool]]
"""What django-fsm takes as the conditions of a transition: rules, which it may call."""

def all_of(label: str) -> QuerySet:
    """All rows of the model `label` ("routes.Assignment"); lets a lifecycle speak of models that import it."""
    return apps.get_model(label)._default_manager.all()


class Given(Expression):
    """A value known only when the act is performed; the query around it is compiled once."""

    def __init__(self, name: str, output_field: models.Field):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return f"%s::{self.output_field.db_type(connection)}", [self]


@models.ForeignObject.register_lookup
@models.Field.register_lookup
class AnyOf(Lookup):
    """`pk__any=act.subjects`: membership in an array that is one parameter, whatever its length."""

    lookup_name = "any"

    def as_sql(self, compiler, connection):
        (left, p), (right, q) = self.process_lhs(compiler, connection), self.process_rhs(compiler, connection)
        return f"{left} = ANY({right})", (*p, *q)


class act:
    """What every act is given; rules and consequences may use any of it."""

    person = Given("person", BigIntegerField())
    office = Given("office", BigIntegerField())
    mandate = Given("mandate", BigIntegerField())
    on = Given("on", DateField())
    today = Given("today", DateField())
    read = Given("read", TextField())
    reads = Given("reads", JSONField())
    hold = Given("hold", DurationField())
    reason = Given("reason", TextField())
    subjects = Given("subjects", ArrayField(BigIntegerField()))
    files = Given("files", ArrayField(BigIntegerField()))

    @classmethod
    def read_of(cls, subject: str) -> Coalesce:
        """What was read of the subject whose id stands at the path `subject`."""
        own = Func(cls.reads, Cast(F(subject), TextField()), function="jsonb_extract_path_text", output_field=TextField())
        return Coalesce(own, cls.read)

    @staticmethod
    def value(name: str, output_field: models.Field) -> Given:
        """A value that the transition declares in `takes` (or that its `prepare` returns)."""
        return Given(f"value_{name}", output_field)


class New(Expression):
    """The id of the row of `model` that this very act adds for a file (one per file)."""

    def __init__(self, model: str, file: Any):
        super().__init__(output_field=BigIntegerField())
        self.model, self.file = model, file

    def resolve_expression(self, query=None, allow_joins=True, reuse=None, summarize=False, for_save=False):
        clone = self.copy()
        if hasattr(self.file, "resolve_expression"):
            clone.file = self.file.resolve_expression(query, allow_joins, reuse, summarize, for_save)
        return clone

    def get_source_expressions(self):
        return [self.file]

    def set_source_expressions(self, exprs):
        [self.file] = exprs

    def as_sql(self, compiler, connection):
        file, params = compiler.compile(self.file)
        return f"(SELECT added.id FROM added_{self.model} added WHERE added.file_id = {file})", params


class Item(Expression):
    """A column of the list, or of the rows just born, that an `Add` takes its rows from."""

    def __init__(self, name: str):
        super().__init__()
        self.name = name

    def as_sql(self, compiler, connection):
        return f'item."{self.name}"', []


@dataclass(frozen=True)
class Listed:
    """Rows from a value that is a list of objects: `Listed("steps", {"office": BigIntegerField()})`."""

    value: str
    columns: Mapping[str, models.Field]

    @property
    def given(self) -> Given:
        return act.value(self.value, JSONField())


@dataclass(frozen=True)
class Born:
    """The rows of a model that this very act adds, in a given state: `Born("assignment", "open")`."""

    model: str
    state: str


@dataclass(frozen=True, eq=False)
class Rule:
    """`failing(rows)` is the query for the rows that fail; `words` tells the user what is wrong and what to do.

    The rows found may be of any model and may carry a text column `about`, which `{about}` in the words prints.
    `solved_by` names, in the user's language, who can change it; a text column `who` names him better.
    `first`: asked before anything is prepared.
    """

    failing: Rows
    words: Any
    solved_by: Any = ""
    first: bool = False

    @property
    def name(self) -> str:
        return self.failing.__name__

    @property
    def __name__(self) -> str:
        return self.name

    def __call__(self, instance: models.Model, user: Any = None) -> bool:
        """The shape in which django-fsm asks conditions and permissions."""
        return not self.failing(type(instance)._default_manager.filter(pk=instance.pk)).exists()


def rule(words: Any, *, solved_by: Any = "", first: bool = False) -> Callable[[Rows], Rule]:
    """Make a rule of the query for the rows that fail it."""
    return lambda failing: Rule(failing, words, solved_by, first)


def _all(rows: QuerySet) -> QuerySet:
    return rows


only_follows = Rule(_all, "")
"""The permission of transitions that only ever follow from others: nobody may make them by themselves."""


@dataclass(frozen=True, eq=False)
class Move:
    """`rows` of a model make *their own* declared transition ("villages.KampungKB.designate"); its rules guard too."""

    transition: str
    rows: Rows


@dataclass(frozen=True, eq=False)
class Add:
    """One new row of `model` for each of `rows`: a query from the subjects, a given list, or rows just born.

    With `file` (columns of a `File`, from a query only) each new row begins a file of its own, whose key it has.
    """

    model: str
    rows: Rows | Listed | Born
    columns: dict[str, Any] = field(default_factory=dict)
    file: dict[str, Any] | None = None


@dataclass(frozen=True, eq=False)
class Set:
    """New values for columns of dated facts that have no state of their own."""

    rows: Rows
    columns: dict[str, Any]


@dataclass(frozen=True, eq=False)
class Settle:
    """Rows go where the facts now put them: `rows` carry the name of their declared transition as `move`.

    Stands in `after`: `rows` (and those of a `Set` there) are found from the act's files.
    """

    model: str
    transitions: tuple[str, ...]
    rows: Rows


@dataclass
class Extension:
    """What a subject app adds to an act of a more general app, for files of its kind."""

    then: list = field(default_factory=list)
    after: list = field(default_factory=list)
    conditions: list[Rule] = field(default_factory=list)
    locks: list[tuple[str, Rows]] = field(default_factory=list)
    checks: list[Callable] = field(default_factory=list)
    prepare: Callable | None = None


extensions: dict[tuple[str, str], Extension] = {}


def extend(transition: str, *, kind: str, **what: Any) -> None:
    """For files of `kind`, let more follow from an act: `extend("routes.Assignment.decide", kind="decree", then=[…])`."""
    extensions[transition, kind] = Extension(**what)
