"""By words: titles of all files; considerations, clauses, bodies and profiles; *surat masuk* by the number of its letter."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet, Value

from backend.access import Scope, visible
from workflows.coaching.models import Need
from workflows.core.finding import NumberParts, Words, text_words
from workflows.core.models import File
from workflows.decrees.models import Decree
from workflows.letters.models import Letter
from workflows.villages.models import Proposal

from .numbers import HAS_DIGIT

TEXTS = [
    (Decree, text_words("considerations", "clauses")),
    (Letter, text_words("fields")),
    (Proposal, text_words("profile")),
    (Need, text_words("what")),
]


def files_about(words: str, scope: Scope) -> QuerySet[File]:
    """The files that have all the words (stemmed, as Indonesian) in their title or in their text, the newest first."""
    asked = SearchQuery(words, config="indonesian", search_type="websearch")
    titled = File.objects.alias(words=Words("title")).filter(words=asked)
    written = [model._default_manager.alias(words=text).filter(words=asked) for model, text in TEXTS]
    if HAS_DIGIT.search(words):
        written.append(proposals_numbered(words))
    having = titled.values("pk").union(*(rows.values("pk") for rows in written))
    return File.objects.filter(visible(scope), pk__in=having).select_related("region", "office").order_by("-pk")


def proposals_numbered(words: str) -> QuerySet[Proposal]:
    """By the number of the letter that brought them."""
    return Proposal.objects.alias(parts=NumberParts("letter_number")).filter(parts__contains=NumberParts(Value(words)))
