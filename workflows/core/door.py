"""The one door. Every change of state in Siklus goes through `perform`, alone or by the thousand.

A lifecycle declares; `statements.py` compiles; this module runs three moves in one transaction: **lock** the files
concerned in one fixed order, **ask** every rule for the rows that fail it, **write** states, facts, journal and outbox.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from psycopg import RawCursor
from psycopg.errors import DeadlockDetected
from psycopg.types.json import Jsonb
from psycopg.types.numeric import Int8

from .errors import BadValues, Changed, Conflict, KeyReused, Problem, Refused
from .models import File, JournalEntry, JournalSubject, Refusal
from .naming import kind_of, label_of, model_and_transition, root_of
from .sql import Statement
from .statements import Act, compiled, statement_of_roots

TRIES = 3
PREPARED = 500
"""Statements that one connection keeps prepared: more than all acts have together."""
Transition = Callable | str
Versions = int | dict[int, int] | None
"""The version that was seen: one for all, or for each file (by its id) its own."""
Read = str | dict[int, str]
"""The hash of what was read: one for all, or for each subject (by its id) its own."""
AT_ONCE = timedelta()


@dataclass
class Deed:
    """One act being done: what was asked for, and what was found under the locks."""

    model: type[Model]
    name: str
    subjects: list[int]
    by: Any
    version: Versions = None
    read: Read = ""
    reason: str = ""
    key: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    on: date | None = None
    hold: timedelta = AT_ONCE
    files: list[int] = field(default_factory=list)
    kind: str = ""
    today: date | None = None
    seen: dict[int, int] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return f"{label_of(self.model)}.{self.name}"

    def __post_init__(self) -> None:
        self.asked_on = self.on

    @cached_property
    def body(self) -> str:
        """The hash by which a repeated request is known to be the same; only a request with a key has one."""
        if self.key is None:
            return ""
        what = [self.label, sorted(self.subjects), self.version, self.read, self.reason, self.values, str(self.asked_on)]
        return hashlib.sha256(dumps(what).encode()).hexdigest()

    @property
    def reads(self) -> dict[str, str]:
        """What was read of each subject, where each was read for itself."""
        return {str(pk): sha256 for pk, sha256 in self.read.items()} if isinstance(self.read, dict) else {}

    def stale(self) -> list[int]:
        """The roots that are not on the version that was seen."""
        expected = self.version if isinstance(self.version, dict) else dict.fromkeys(self.seen, self.version)
        return [pk for pk, version in self.seen.items() if expected.get(pk) != version]

    @property
    def rows(self) -> QuerySet:
        return self.model._default_manager.filter(pk__in=self.subjects)

    def look(self, lock: bool) -> None:
        """Find (and lock) the files: their kind, version and local date."""
        roots = run(statement_of_roots(self.model, lock), {"subjects": ids(self.subjects)})
        self.files = [pk for pk, *_rest in roots]
        self.seen = {pk: version for pk, _kind, version, _today in roots}
        kinds, days = {kind for _pk, kind, *_rest in roots}, {today for *_rest, today in roots}
        if len(kinds) > 1 or len(days) > 1:
            raise ValueError("one act is about one kind of file on one local date; split the set")
        self.kind = kinds.pop() if kinds else ""
        self.today = days.pop() if days else None
        self.on = self.asked_on or self.today

    @property
    def custom(self) -> dict[str, Any]:
        """What the transition declares besides its states and rules."""
        return next(iter(getattr(self.model, self.name)._django_fsm.transitions.values())).custom

    @property
    def journalled(self) -> dict[str, Any]:
        """The values that the journal keeps: all but those that are declared `unsaid`."""
        said = {name: value for name, value in self.values.items() if name not in self.custom.get("unsaid", [])}
        return said | ({"reads": self.reads} if self.reads else {})

    def given(self, prepared: dict[str, Any]) -> dict[str, Any]:
        """The parameters of the compiled statements."""
        plain = {
            "subjects": ids(self.subjects), "files": ids(self.files), "person": Int8(self.by.person_id),
            "office": Int8(self.by.office_id), "mandate": Int8(self.by.pk), "on": self.on, "today": self.today,
            "read": self.read if isinstance(self.read, str) else "", "reads": Jsonb(self.reads), "hold": self.hold,
            "reason": self.reason, "key": self.key, "body": self.body,
            "journalled": Jsonb(self.journalled, dumps=dumps),
        }  # fmt: skip
        return plain | {f"value_{name}": parameter(value) for name, value in {**self.values, **prepared}.items()}


def perform(
    transition: Transition,
    subjects: Model | QuerySet,
    *,
    by: Any,
    version: Versions = None,
    read: Read = "",
    reason: str = "",
    key: str | None = None,
    values: dict[str, Any] | None = None,
    on: date | None = None,
    hold: timedelta = AT_ONCE,
) -> JournalEntry:
    """Let the holder of mandate `by` make the declared transition on one subject or a queryset of them: all or none.

    `version` is the version of the file that the client saw, `read` the SHA-256 of the snapshot that was read (of many
    subjects each may have its own), `hold` how long people are not told of it yet, `key` the client's Idempotency-Key
    (same key and request = same answer), `on` a local business date (only for acts recorded from paper and old decrees;
    otherwise the database's today in the file's zone).

    Raises `Refused` with the problems, `Conflict` when the file has moved on, `BadValues`, `KeyReused`.
    """
    deed = deed_of(transition, subjects, by, version, read, reason, key, values, on, hold)
    if entry := done_before(deed):
        return entry
    for last_try in [False] * (TRIES - 1) + [True]:
        try:
            return attempt(deed)
        except Refused as refusal:
            if entry := done_before(deed):  # the double click waited for the lock and found its task closed
                return entry
            leave_a_trace(deed, refusal)
            raise
        except (IntegrityError, Changed, OperationalError) as error:
            if not somebody_was_quicker(error):
                raise
            if entry := done_before(deed):  # asked again, the rules say in words what is there now
                return entry
            if last_try:
                raise
    raise AssertionError("unreachable")


def somebody_was_quicker(error: Exception) -> bool:
    """A deadlock is no other case: two who write what excludes each other wait for each other, and one of them is sent back."""
    return isinstance(error, IntegrityError | Changed) or isinstance(error.__cause__, DeadlockDetected)


def problems(
    transition: Transition,
    subjects: Model | QuerySet,
    *,
    by: Any,
    version: Versions = None,
    read: Read = "",
    reason: str = "",
    values: dict[str, Any] | None = None,
    on: date | None = None,
) -> list[Problem]:
    """Why not? The very statement that guards `perform`, asked without doing it. Empty means: go ahead."""
    deed = deed_of(transition, subjects, by, version, read, reason, None, values, on, check=False)
    deed.look(lock=False)
    try:
        check_version(deed)
    except Conflict as conflict:
        return conflict.problems
    this = compiled(deed.model, deed.name, deed.kind)
    defaults = {f"value_{name}": None for name in [*this.declared.takes, *this.declared.may_take]}
    return ask(this, defaults | deed.given({})) + checked(this, deed)


def attempt(deed: Deed) -> JournalEntry:
    """One try in one transaction."""
    with transaction.atomic():
        deed.look(lock=True)  # a statement of its own: what follows must see what others did while we waited
        check_version(deed)
        this = compiled(deed.model, deed.name, deed.kind)
        values = {f"value_{name}": None for name in [*this.declared.takes, *this.declared.may_take]}
        for lock in this.locks:
            run(lock, values | deed.given({}))
        if found := checked(this, deed):
            raise Refused(ask(this, values | deed.given({})) + found)
        if this.declared.prepare and (found := answers(this, this.ask_first, values | deed.given({}))):
            raise Refused(found)  # what is prepared may count on the right task in the right hands
        prepared: dict[str, Any] = {}
        for prepare in this.declared.prepare:
            prepared |= prepare(deed, deed.rows)
        given = values | deed.given(prepared)
        if found := ask(this, given):
            raise Refused(found)
        [(entry, subjects, asked, moved)] = run(this.write, given)
        if subjects != len(deed.subjects) or asked != moved:
            raise Changed
        settle(this, given | {"entry": Int8(entry)})
    assert deed.on  # looked up under the lock where nobody gave it
    return JournalEntry(pk=entry, act=deed.label, on=deed.on, person_id=deed.by.person_id, mandate_id=deed.by.pk,
                        office_id=deed.by.office_id, reason=deed.reason, read=given["read"], key=deed.key)  # fmt: skip


def settle(this: Act, given: dict[str, Any]) -> None:
    """What follows from the facts as they now stand."""
    for after in this.after:
        [(found, moved)] = run(after, given)
        if found != moved:
            raise Changed


def deed_of(transition, subjects, by, version, read, reason, key, values, on, hold=AT_ONCE, check=True) -> Deed:
    model = type(subjects) if isinstance(subjects, Model) else subjects.model
    if isinstance(transition, str):
        model, name = model_and_transition(transition)
    else:
        name = transition.__name__
    keys = [subjects.pk] if isinstance(subjects, Model) else list(subjects.order_by().values_list("pk", flat=True))
    deed = Deed(model, name, keys, by, version, read, reason, key, dict(values or {}), on, hold)
    if not keys:
        raise Refused([Problem(0, kind_of(model), "nothing_chosen", _("Tidak ada berkas yang dipilih."))])
    if check:
        check_values(deed)
    return deed


def check_values(deed: Deed) -> None:
    """Every value that the act must be given, and none that it does not know."""
    takes, may = deed.custom.get("takes", {}), deed.custom.get("may_take", {})
    wrong = {name: _("wajib diisi") for name in takes if deed.values.get(name) in (None, "", [])}
    wrong |= {name: _("tidak dikenal") for name in deed.values if name not in {*takes, *may, "paper"}}
    for name, value in deed.values.items():
        expected = (takes | may).get(name)
        fits = expected is None or value is None or (isinstance(value, expected) and type(value) is not bool)
        if name not in wrong and not fits:
            wrong[name] = _("bentuknya salah")
    if wrong:
        raise BadValues(wrong)


def check_version(deed: Deed) -> None:
    """The client's version must be the file's; otherwise say what happened since."""
    if deed.version is None or not deed.seen:
        return
    if stale := deed.stale():
        words = _("Berkas ini berubah sejak Anda membukanya. Muat ulang dan periksa perubahannya.")
        raise Conflict([Problem(pk, kind_of(root_of(deed.model)[0]), "version", words) for pk in stale],
                       changes_since(deed, stale))  # fmt: skip


def changes_since(deed: Deed, roots: list[int]) -> list[JournalEntry]:
    """The entries of the last acts on these roots: as many as the version is behind, at most twenty."""
    expected = deed.version if isinstance(deed.version, dict) else dict.fromkeys(roots, deed.version or 0)
    behind = max(1, min(20, max(deed.seen[pk] - expected.get(pk, 0) for pk in roots)))
    subjects = JournalSubject.objects.filter(file_id__in=roots) if root_of(deed.model)[0] is File else (
        JournalSubject.objects.filter(kind=kind_of(deed.model), object_id__in=roots))  # fmt: skip
    entries = subjects.order_by("-entry_id").values_list("entry_id", flat=True).distinct()[:behind]
    return list(JournalEntry.objects.filter(pk__in=list(entries)).select_related("person", "office").order_by("pk"))


def checked(this: Act, deed: Deed) -> list[Problem]:
    """What no query can ask: rules about the actor's capacity on the day."""
    return [problem for check in this.declared.checks for problem in check(deed, deed.rows)]


def ask(this: Act, given: dict[str, Any]) -> list[Problem]:
    return answers(this, this.ask, given)


def answers(this: Act, question: Statement, given: dict[str, Any]) -> list[Problem]:
    found = []
    for pk, kind, rule, about, who in run(question, given):
        words, solved_by = this.words[rule]
        found.append(Problem(pk, kind, rule, str(words).format(about=about), who or str(solved_by)))
    return found


def done_before(deed: Deed) -> JournalEntry | None:
    """The entry that already answers this request, by the person's key."""
    if deed.key is None:
        return None
    entry = JournalEntry.objects.filter(person_id=deed.by.person_id, key=deed.key).first()
    if entry and entry.body != deed.body:
        raise KeyReused(str(KeyReused.words))
    return entry


def leave_a_trace(deed: Deed, refusal: Refused) -> None:
    Refusal.objects.create(
        act=deed.label, person_id=deed.by.person_id, office_id=deed.by.office_id, object_ids=deed.subjects,
        problems=[p.as_dict() for p in refusal.problems],
    )  # fmt: skip


statements_run = 0
"""How many statements the engine has sent: they pass by Django's own counters."""


def run(statement: Statement, given: dict[str, Any]) -> list[tuple]:
    """Django binds values in the client and prepares nothing; here, and only here, statements are prepared."""
    global statements_run
    statements_run += 1
    connection.ensure_connection()
    plain = connection.connection
    plain.prepare_threshold, plain.prepared_max = 0, PREPARED  # Django sets None: then nothing is ever prepared
    with connection.wrap_database_errors, RawCursor(plain) as cursor:
        return cursor.execute(statement.sql, statement.values(given), prepare=True).fetchall()


def ids(keys: list[int]) -> list[Int8]:
    return [Int8(key) for key in keys]


def parameter(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return Int8(value)
    return Jsonb(value, dumps=dumps) if isinstance(value, dict | list) else value


def dumps(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)
