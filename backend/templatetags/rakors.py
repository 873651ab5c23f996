"""`{% behind need %}`: the decision of a rakor that brought a follow-up, a class or an entry about, and its signed record."""

from typing import Any

from django import template
from django.template import Context

from backend.meetings.traces import traces
from workflows.meetings.tracing import Result, motion_behind

register = template.Library()


@register.inclusion_tag("meetings/behind.html", takes_context=True)
def behind(context: Context, result: Result) -> dict[str, Any]:
    motion = motion_behind(result)
    if motion is None:
        return {}
    [trace] = traces([motion], context["request"].acting.scope, getattr(result, "kampung", None))
    return {"trace": trace}
