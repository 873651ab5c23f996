"""Answers of a questionnaire as people read them, and as a form sends and shows them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.forms import area
from workflows.evaluations.questionnaire import LONGEST_TEXT, Kind, Question

YES_NO = [("yes", gettext_lazy("Ya")), ("no", gettext_lazy("Tidak"))]


def in_words(question: Question, answer: Any) -> str:
    """Empty where nobody has answered."""
    if answer is None:
        return ""
    if question.kind == Kind.YES_NO:
        return _("Ya") if answer else _("Tidak")
    return question.choices.get(answer, answer) if question.kind == Kind.CHOICE else str(answer)


def as_sent(question: Question, answer: Any) -> str:
    """What stands in the field of a form for it."""
    if answer is None:
        return ""
    if question.kind == Kind.YES_NO:
        return "yes" if answer else "no"
    return str(answer)


def as_kept(question: Question, sent: Any) -> Any:
    """What the domain keeps of a field that was found valid; None for nothing."""
    if sent in ("", None):
        return None
    return sent == "yes" if question.kind == Kind.YES_NO else sent


def field_of(question: Question, answer: Any) -> forms.Field:
    """No field is required: what is half answered is kept."""
    given = {"label": question.label, "required": False, "initial": as_sent(question, answer)}
    if question.kind == Kind.YES_NO:
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **given)
    if question.kind == Kind.CHOICE:
        return forms.ChoiceField(choices=list(question.choices.items()), widget=forms.RadioSelect, **given)
    if question.kind == Kind.COUNT:
        return forms.IntegerField(min_value=0, **given)
    return forms.CharField(widget=area(4), max_length=LONGEST_TEXT, **given)
