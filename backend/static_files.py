"""How the browser gets our looks: within the first page on a first visit, from its own cache on every later one.

On a slow line it is the number of requests before the first paint that counts, not the kilobytes. So the sheet travels inside
the page as long as the browser has not fetched the file of it; whoever fetches the file gets a cookie that says which version
he now keeps (a name for bytes that everybody may read; it tells nothing about the person).
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = Path(__file__).parent / "static" / "siklus.css"
COOKIE = "lembar"
YEAR = 365 * 24 * 60 * 60  # seconds
WORTH_IT = ("text/", "application/json", "application/javascript", "image/svg+xml")
"""What gets smaller; papers, pictures and workbooks are compressed already."""


@cache
def sheet() -> str:
    """The style sheet without what only its authors need."""
    return re.sub(r"/\*.*?\*/|^\s+", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


@cache
def version(file: Path = SHEET) -> str:
    """Twelve characters that change with the file."""
    return sha256(file.read_bytes()).hexdigest()[:12]


@cache
def fingerprint() -> str:
    """What the content security policy allows: this very text, so that a page with it may be cached for everybody."""
    return f"'sha256-{b64encode(sha256(sheet().encode()).digest()).decode()}'"


def has_sheet(request: HttpRequest | None) -> bool:
    """Whether the browser keeps the present sheet."""
    return request is not None and request.COOKIES.get(COOKIE) == version()


def add_headers(headers: dict[str, str], path: str, url: str) -> None:
    """For WhiteNoise: with the sheet goes the cookie that says so."""
    name = url.rpartition("/")[2]
    if name.startswith("siklus.") and name.endswith(".css"):
        secure = "; Secure" if settings.HTTPS else ""
        headers["Set-Cookie"] = f"{COOKIE}={version()}; Path=/; Max-Age={YEAR}; SameSite=Lax; HttpOnly{secure}"


class Collected(CompressedManifestStaticFilesStorage):
    """For production. Our modules name each other with their hash, so that a page never mixes two versions of them."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/*.js", CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]),
    )


class Versioned(StaticFilesStorage):
    """For demo and tests, where nothing is collected: addresses that change with the file, so that it can be kept."""

    def url(self, name: str | None) -> str:
        file = Path(__file__).parent / f"static/{name}"
        return f"{super().url(name)}?v={version(file)}" if file.is_file() else super().url(name)


class Compressed(GZipMiddleware):
    """Django's, which guards against BREACH by a random length; only for what gets smaller by it."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.headers.get("Content-Type", "").startswith(WORTH_IT):
            return super().process_response(request, response)
        return response
