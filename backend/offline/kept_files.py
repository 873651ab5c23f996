"""Which static files a phone keeps so that prepared pages work without a signal, and the version that they are together."""

from functools import cache
from hashlib import sha256

from django.templatetags.static import static

from backend.static_files import SHEET

STATIC = SHEET.parent
WORKER = STATIC.parent / "templates" / "offline" / "worker.js"
ASKED_BY_PAGES = ("siklus.css", "year.css", "js/page.js", "js/offline/forms.js", "js/offline/leave.js", "js/offline/opened.js")
"""What a page names itself; the other modules are named by these, and so by their plain name where nothing is collected."""


@cache
def names() -> tuple[str, ...]:
    """Relative to the folder of static files, as `static()` takes them."""
    modules = (*STATIC.glob("js/offline/*.js"), *STATIC.glob("vendor/idb-keyval/*.js"))
    asked = {*ASKED_BY_PAGES, *(str(file.relative_to(STATIC)) for file in modules), "js/same.js", "js/smaller.js"}
    return tuple(sorted(asked))


@cache
def version() -> str:
    """Twelve characters that change with any of the files, and with the worker itself."""
    whole = b"".join((STATIC / name).read_bytes() for name in names())
    return sha256(whole + WORKER.read_bytes()).hexdigest()[:12]


def addresses() -> list[str]:
    """As pages and modules ask for them: a module is asked for by its plain name unless a page names it."""
    return [static(name) if name in ASKED_BY_PAGES else static(name).partition("?")[0] for name in names()]
