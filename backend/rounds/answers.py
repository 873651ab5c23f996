"""Answers as the fields of a form send and show them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backend.pages.forms import area
from workflows.evaluations.questionnaire import LONGEST_TEXT, Kind, Question

YES_NO = [("yes", _("Ya")), ("no", _("Tidak"))]


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
    given: dict[str, Any] = {"label": question.label, "required": False, "initial": as_sent(question, answer)}
    if question.kind == Kind.YES_NO:
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **given)
    if question.kind == Kind.CHOICE:
        return forms.ChoiceField(choices=list(question.choices.items()), widget=forms.RadioSelect, **given)
    if question.kind == Kind.COUNT:
        return forms.IntegerField(min_value=0, **given)
    return forms.CharField(widget=area(4), max_length=LONGEST_TEXT, **given)
