"""WeasyPrint as it comes: default options, automatic tables, the collector on. Run in a process of its own."""

from time import perf_counter

import weasyprint

from documents.fetcher import AssetFetcher

AS_IT_COMES = ".paper table { table-layout: auto; border-collapse: collapse; }"


def seconds_for(html: str, style: str, assets: dict[str, bytes]) -> float:
    """How long one PDF takes."""
    start = perf_counter()
    fetch = AssetFetcher(assets)
    css = [weasyprint.CSS(string=text, url_fetcher=fetch) for text in (style, AS_IT_COMES)]
    weasyprint.HTML(string=html, url_fetcher=fetch).write_pdf(stylesheets=css)
    return perf_counter() - start
