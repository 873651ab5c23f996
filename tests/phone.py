"""A phone whose browser can be killed: what it keeps on disk is there when it is opened again."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.journeys.looking import PHONE
from tests.processes import wait_until
from tests.radio import Radio


@dataclass
class Phone:
    """`launch`: how the tests start their browser; `session`: the login, which a browser writes to disk only now and then."""

    playwright: Playwright
    launch: dict[str, Any]
    folder: Path
    radio: Radio
    session: str
    context: BrowserContext | None = None

    def open(self, path: str) -> Page:
        """Starts the browser if it does not run."""
        if self.context is None:
            self.context = self.playwright.chromium.launch_persistent_context(
                str(self.folder), **self.launch, **PHONE, locale="id-ID", base_url=self.radio.url
            )
            self.log_in(self.session)
        page = self.context.new_page()
        page.goto(path)
        return page

    def log_in(self, session: str) -> None:
        self.session = session
        assert self.context
        self.context.clear_cookies(name="sessionid")
        self.context.add_cookies([{"name": "sessionid", "value": session, "url": self.radio.url, "expires": time() + 43_200}])

    def offline(self, gone: bool = True) -> None:
        """Flight mode: nothing gets through, and the browser knows."""
        assert self.context
        self.radio.off() if gone else self.radio.back()
        self.context.set_offline(gone)

    def kill(self) -> None:
        """At once, by the system, as a phone does that needs its memory."""
        for process in self.processes():
            os.kill(process, signal.SIGKILL)
        wait_until(lambda: not self.processes(), "the browser is dead")
        (self.folder / "SingletonLock").unlink(missing_ok=True)
        self.context = None

    def close(self) -> None:
        if self.context:
            self.context.close()
        self.radio.close()

    def processes(self) -> list[int]:
        """Of this phone alone: they name its folder."""
        return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and self.runs_in(entry)]

    def runs_in(self, process: Path) -> bool:
        try:
            return f"--user-data-dir={self.folder}" in (process / "cmdline").read_text().split("\0")
        except OSError:
            return False
