"""What a lifecycle declares, the rows that make it, and the question that its rules put to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Case, F, Model, QuerySet, TextField, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from .act import Extension, Rule, extensions, only_follows
from .naming import kind_of, label_of
from .sql import sql

NOT_IN_STATE = _("Keadaan berkas tidak memungkinkan tindakan ini (%s).")


class Declared:
    """A transition as its lifecycle declares it, with what subject apps add for one kind of file."""

    def __init__(self, model: type[Model], name: str, kind: str):
        found = list(getattr(model, name)._django_fsm.transitions.values())  # django-fsm keeps one per source
        custom = found[0].custom
        self.label = f"{label_of(model)}.{name}"
        more = extensions.get((self.label, kind), Extension())
        self.sources, self.target = [t.source for t in found], found[0].target
        self.rules: list[Rule] = [*filter(None, [found[0].permission]), *found[0].conditions, *more.conditions]
        self.first = [rule for rule in self.rules if rule is found[0].permission or rule.first]
        self.sets = custom.get("sets", {})
        self.file = custom.get("file", {})
        self.then = [*custom.get("then", []), *more.then]
        self.after = [*custom.get("after", []), *more.after]
        self.takes = custom.get("takes", {})
        self.may_take = custom.get("may_take", {})
        self.locks = [*custom.get("locks", []), *more.locks]
        self.checks = [*custom.get("checks", []), *more.checks]
        self.prepare = [p for p in (custom.get("prepare"), more.prepare) if p]


@dataclass
class Change:
    """A declared transition, and the query for the rows that make it: the `number`-th of its act."""

    number: int
    model: type[Model]
    declared: Declared
    rows: list[QuerySet]

    @property
    def found(self) -> QuerySet:
        """The rows, read from the common table `row<number>` that stands before every statement of the act."""
        return self.model._default_manager.filter(pk__in=RawSQL(f"SELECT id FROM row{self.number}", ()))

    def failing(self, rules: list[Rule]) -> Iterator[str]:
        """For each of these rules the rows that fail it; where a row stands is asked first."""
        elsewhere = self.found.exclude(state__in=self.declared.sources)
        yield failed("state", getattr(self.model, "not_now", in_plain_words)(elsewhere))
        for rule in rules:
            if rule is only_follows and self.number:
                continue
            yield failed(rule.name, rule.failing(self.found))


def failed(rule: str, rows: QuerySet) -> str:
    """The rows that fail a rule, as (id, model, rule, about, who)."""
    about, who = (name if name in rows.query.annotations else Value("") for name in ("about", "who"))
    return sql(rows.order_by().values_list("pk", Value(kind_of(rows.model)), Value(rule), about, who))


def in_plain_words(rows: QuerySet) -> QuerySet:
    """What is wrong with where each row stands, for models that do not say it better (`not_now`)."""
    labels = rows.model._meta.get_field("state").flatchoices
    named = [When(state=state, then=Value(str(label))) for state, label in labels]
    before, after = str(NOT_IN_STATE).split("%s")
    label = Case(*named, default=F("state"), output_field=TextField())
    return rows.annotate(about=Concat(Value(before), label, Value(after), output_field=TextField()))
