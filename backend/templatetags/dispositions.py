"""`{% dispositions task %}`: what was asked of other offices about a task."""

from typing import Any

from django import template
from django.template import Context

from backend.pages.dispositions import given
from workflows.routes.models import Assignment

register = template.Library()


@register.inclusion_tag("parts/disposition.html", takes_context=True)
def dispositions(context: Context, task: Assignment) -> dict[str, Any]:
    return {"given": given(task, context["request"].acting), "csrf_token": context.get("csrf_token")}
