"""What a page costs: the bytes that really went over the wire, headers and compression included, and the requests."""

from typing import Any

from playwright.sync_api import Page


class Wire:
    """Listens to one page from now on; `reset` before the next visit."""

    def __init__(self, page: Page):
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.asked: dict[str, str] = {}
        self.weights: dict[str, int] = {}
        self.session.on("Network.requestWillBeSent", self.on_request)
        self.session.on("Network.requestServedFromCache", lambda event: self.asked.pop(event["requestId"], None))
        self.session.on("Network.responseReceived", self.on_response)
        self.session.on("Network.loadingFinished", self.on_end)

    def on_request(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.asked[event["requestId"]] = event["request"]["url"]

    def on_response(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self.asked.pop(event["requestId"], None)

    def on_end(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.asked:
            self.weights[event["requestId"]] = int(event["encodedDataLength"])

    def reset(self) -> None:
        self.asked.clear()
        self.weights.clear()

    @property
    def bytes(self) -> int:
        return sum(self.weights.values())

    @property
    def urls(self) -> list[str]:
        return list(self.asked.values())
