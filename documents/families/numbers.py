"""A filter for templates: the number of a paper does not break over two lines."""

import re

from django.template import Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

NUMBER = re.compile(r"(\S{1,30}/\d\S{0,30})")

register = Library()


@register.filter
def whole(text: str) -> SafeString:
    """Escaped text with each number such as `B/100/KPTS/III.06/2024` in a span that must not break."""
    pieces = NUMBER.split(text)
    spans = (
        format_html('<span class="whole">{}</span>', piece) if at % 2 else piece for at, piece in enumerate(pieces)
    )
    return format_html_join("", "{}", ((span,) for span in spans))
