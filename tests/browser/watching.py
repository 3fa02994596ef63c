"""Pages on devices of their own, and what they do that nobody sees: complain, fail to load, look elsewhere."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from classroom.puppets import PATIENCE
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

PHONE, TABLET, DESKTOP = (360, 740), (768, 1024), (1280, 720)
IN_PAGES = ("data", "blob", "about")


@dataclass
class Windows:
    """Pages that are watched."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, size: tuple[int, int] = DESKTOP, *, is_touched: bool = False, scheme: str = "light") -> Page:
        """Open an empty page."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, has_touch=is_touched, reduced_motion="reduce",
            color_scheme="dark" if scheme == "dark" else "light",
        )  # fmt: skip
        context.set_default_timeout(PATIENCE * 1000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", self._note)
        page.on("requestfailed", lambda request: self.complaints.append(f"{request.url}: {request.failure}"))
        page.on("response", self._judge)
        page.on("websocket", lambda socket: self.hosts.add(urlsplit(socket.url).netloc))
        return page

    def close(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.location.get('url')}: {message.text}")

    def _note(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in IN_PAGES:
            self.hosts.add(address.netloc)

    def _judge(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.url}: {response.status}")
