"""What goes wrong on a page without being seen: errors in the console, requests to elsewhere."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request

# A page that is left before its icon has come gives the icon up; that is no error.
LEFT = "net::ERR_ABORTED"


@dataclass
class Watch:
    """Take down every error of the pages it watches, and every request that leaves `root`."""

    root: str
    seen: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.seen.append(f"{page.url}: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"{message.location['url']}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:")):
            self.seen.append(f"asked elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.seen.append(f"{request.failure}: {request.url}")
