"""By number: of decrees, letters and proposals' letters, with whatever zeros and separators it was typed."""

import re

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from backend.access import Scope, visible
from workflows.core.finding import NumberKey, NumberParts
from workflows.core.models import File
from workflows.decrees.models import DecreeNumber

HAS_DIGIT = re.compile(r"\d")
BEFORE_NUMBERS = re.compile(r"\b(sk|keputusan|surat|nomor|no)\b", re.IGNORECASE)


def numbers_like(words: str, scope: Scope) -> QuerySet[DecreeNumber]:
    """The numbers that have every part of what was typed, the very same first; void and released ones keep their reason.

    Seen by whoever may read the file, or look into the register.
    """
    if not HAS_DIGIT.search(words):
        return DecreeNumber.objects.none()
    typed = Value(BEFORE_NUMBERS.sub("", words))
    register = Q(series__office__in=scope.offices) | scope.within("series__office__region__")
    readable = File.objects.filter(visible(scope), pk=OuterRef("file"))
    found = DecreeNumber.objects.alias(parts=NumberParts("text"), key=NumberKey("text"))
    found = found.filter(register | Exists(readable), parts__contains=NumberParts(typed)).annotate(
        readable=Exists(readable)
    )
    return found.select_related("file", "series__office").order_by(the_same_first(typed), "-date", "-pk")


def the_same_first(typed: Value) -> Case:
    return Case(When(key=NumberKey(typed), then=0), default=1)
