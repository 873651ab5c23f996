"""How things are found: texts by Indonesian words, names despite slips of the pen, numbers by their parts.

The functions are the database's own (migration 0007), so that an index and the question to it are the same expression.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, TextField
from django.db.models.functions import Cast, Concat, Upper


class Words(Func):
    """The words of a text, stemmed as Indonesian; of a very long one the first 100,000 letters."""

    function, arity = "siklus_words", 1
    output_field = SearchVectorField()


class NumberKey(Func):
    """A number as it is compared: capitals and figures only, without leading zeros. `B/007-x` → `B 7 X`."""

    function, arity = "siklus_number_key", 1
    output_field = TextField()


class NumberParts(Func):
    """The parts of a number: `B/007-x` → `{B,7,X}`."""

    template, arity = "string_to_array(siklus_number_key(%(expressions)s), ' ')", 1
    output_field = ArrayField(TextField())


def text_words(*columns: str) -> Words:
    """The words of texts and of JSON together."""
    texts = [Cast(column, TextField()) for column in columns]
    return Words(Concat(*texts) if len(texts) > 1 else texts[0])


def by_likeness(column: str, name: str) -> GinIndex:
    """An index that finds a name by any part of it, and by one that is nearly it."""
    return GinIndex(OpClass(Upper(column), "gin_trgm_ops"), name=name)
