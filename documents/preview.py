"""The paper on a screen, from the very template that prints it."""

import base64
import re

from django.utils.safestring import SafeString, mark_safe

from documents.assets import assets_of
from documents.content import Content
from documents.forms import Form
from documents.kinds import find

PICTURE = re.compile(r'src="asset:(\w+)"')


def fragment(template: str, content: Content, form: Form = Form.DRAFT) -> SafeString:
    """One escaped `<article class="paper">` to put into a page, its pictures inside it. Raises ContentError when it
    could not be printed."""
    kind = find(template)
    kind.check(content)
    body = kind.body(content, form)
    return _with_pictures(body, assets_of(kind.family, content)) if PICTURE.search(body) else body


def _with_pictures(body: SafeString, assets: dict[str, bytes]) -> SafeString:
    """A browser cannot fetch our assets: emblem and QR code travel in the page."""
    return mark_safe(PICTURE.sub(lambda found: f'src="{_data(assets[found[1]])}"', body))  # noqa: S308  the template's own


def _data(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def stylesheet(template: str) -> str:
    """CSS for the fragment; every rule stays below `.paper`, so that the page round it keeps its own looks."""
    kind = find(template)
    return "\n".join([_without_print_rules(kind.style), kind.family.screen_style])


def _without_print_rules(css: str) -> str:
    """A browser can neither fetch our assets nor should it take our paper size: start at the first `.paper` rule."""
    return css[css.index(".paper") :]
