"""The renderer's only way to a resource: names of its own assets. Imported by `documents.render` alone."""

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class AssetFetcher(URLFetcher):
    """Answers `asset:NAME` from a dictionary; anything else ends the job."""

    def __init__(self, assets: dict[str, bytes]):
        super().__init__(allowed_protocols=("asset",), allow_redirects=False, fail_on_errors=True)
        self.assets = assets

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        name = url.removeprefix("asset:")
        if name == url or name not in self.assets:
            raise FatalURLFetchingError(f"Naskah meminta “{url[:200]}”, yang bukan bagian dari templatnya.")
        return URLFetcherResponse(url, self.assets[name])
