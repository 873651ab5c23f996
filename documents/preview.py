"""The paper on a screen, from the very template that prints it."""

from django.utils.safestring import SafeString

from documents.content import Content
from documents.forms import Form
from documents.kinds import find


def fragment(template: str, content: Content, form: Form = Form.DRAFT) -> SafeString:
    """One escaped `<article class="paper">` to put into a page. Raises ContentError when it could not be printed."""
    kind = find(template)
    kind.check(content)
    return kind.body(content, form)


def stylesheet(template: str) -> str:
    """CSS for the fragment; every rule stays below `.paper`, so that the page round it keeps its own looks."""
    kind = find(template)
    return "\n".join([_without_print_rules(kind.style), kind.family.screen_style])


def _without_print_rules(css: str) -> str:
    """A browser can neither fetch our assets nor should it take our paper size: start at the first `.paper` rule."""
    return css[css.index(".paper") :]
