"""The looks: style sheets within the page or linked, icons, and htmx where a page swaps parts. Known to every template."""

import re
from functools import cache
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from backend.static_files import has_sheet, sheet
from documents import preview

register = template.Library()
HTMX = "vendor/htmx/htmx-2.0.10.min.js"
HTMX_SETTINGS = '{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"historyCacheSize":0}'
"""No styles and no code out of attributes, which the content security policy forbids; no page of ours in local storage."""


@register.simple_tag(takes_context=True)
def stylesheet(context: Context) -> SafeString:
    """Linked where the browser keeps it, else within the page. The link for print then fetches it without holding up the paint."""
    request: HttpRequest | None = context.get("request")
    href = static("siklus.css")
    if request is None or has_sheet(request):
        return format_html('<link rel="stylesheet" href="{}">', href)
    return format_html('<style>{}</style><link rel="stylesheet" href="{}" media="print">', mark_safe(sheet()), href)  # noqa: S308


@register.simple_tag(takes_context=True)
def paper_style(context: Context, name: str) -> SafeString:
    """The look of one kind of paper, always within the page: it is small, and no paint waits for it."""
    css = mark_safe(preview.stylesheet(name))  # noqa: S308  our own, never a user's
    return format_html('<style nonce="{}">{}</style>', context["request"].csp_nonce, css)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An outline from Lucide, always beside a word: screen readers pass it over."""
    attributes: dict[str, Any] = {"class": "icon", "aria_hidden": "true", "focusable": "false"}
    return mark_safe(re.sub(r"\s*\n\s*", "", lucide(name, **attributes)))  # noqa: S308


@register.simple_tag
def htmx() -> SafeString:
    """For a page's block `scripts`."""
    return format_html(
        '<meta name="htmx-config" content="{}"><script src="{}" defer></script>', HTMX_SETTINGS, static(HTMX)
    )
