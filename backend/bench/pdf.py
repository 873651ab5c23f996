"""The paper of a decree from the warm box, against bare WeasyPrint on the same HTML in a warm process of its own."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from documents import box
from documents.assets import assets_of
from documents.forms import Form
from documents.kinds import find
from workflows.core.canonical import normal

from .bare import seconds_for
from .measure import Figure, compare, seconds

TEMPLATE = "keputusan_bupati@1"


def pdf(rows: int, runs: int) -> Figure:
    """`runs` papers of the sample decree for each way, after one of each that is not counted."""
    kind = find(TEMPLATE)
    content = normal(kind.sample(rows))
    bare = (kind.page(content, Form.FINAL), kind.print_style(content), assets_of(kind.family, content))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        pairs = [
            (seconds(lambda: box.render(TEMPLATE, content, Form.FINAL)), process.submit(seconds_for, *bare).result())
            for _ in range(runs + 1)
        ]
    return compare(f"pdf-{rows}", pairs[1:])
