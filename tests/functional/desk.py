"""One person's browser: it moves, types and reads, and finds every page free of faults."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Response, ViewportSize

from tests.functional.service import Person

AXE = Axe()
SCREEN: ViewportSize = {"width": 1366, "height": 850}
PHONE: ViewportSize = {"width": 390, "height": 844}
OF_COLORS = ("color-contrast",)
OF_WIDTH = ("scrollable-region-focusable", "target-size")
HAN = re.compile(r"[\u4e00-\u9fff]")
NUMBERS = re.compile(r"(?<=/)(?:[0-9a-f]{8,}|[0-9]+)(?=/|$)")
REFUSED = re.compile(r"the server responded with a status of 40[09]")


class Desk:
    """Wraps a page of the browser.

    Every page that is looked at must have no fault that axe finds, and nothing may be said on the
    console: no error of a script, nothing that the content policy stopped.
    """

    def __init__(self, page: Page, url: str) -> None:
        self.page, self._url = page, url
        self.strokes = self.presses = 0
        self._said: list[str] = []
        self._seen: dict[str, str] = {}
        self._is_sent = False
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self._said.append(f"script: {error}"))
        page.on("response", self._note_response)

    def _note_console(self, message: ConsoleMessage) -> None:
        # A page that was refused with both versions on it is no fault of the page.
        if message.type in ("error", "warning") and not REFUSED.search(message.text):
            self._said.append(f"{message.type}: {message.text} at {self.page.url}")

    def _note_response(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self._is_sent = response.request.method != "GET"
        if response.status >= 500:
            self._said.append(f"{response.status} of {response.url}")

    def open(self, path: str) -> None:
        """Go to an address and look at the page, once it no longer waits for the worker."""
        self.page.goto(self._url + path)
        self.page.locator("[data-poll]").wait_for(state="detached")
        self.look()

    def sign_in(self, person: Person, path: str = "/") -> None:
        """Sign in by the page; `path` is where to begin."""
        self.page.goto(f"{self._url}{path}")
        self.look()
        self.field("User name").fill(person.username)
        self.field("Password").fill(person.password)
        with self.moving():
            self.page.keyboard.press("Enter")

    @contextmanager
    def moving(self) -> Iterator[None]:
        """Do what leads to another page within the block, then look at that page."""
        with self.page.expect_navigation():
            yield
        self.look()

    def look(self) -> None:
        """Check the page that is shown."""
        self.page.wait_for_load_state("load")
        self._find_no_fault()
        assert self._said == [], "\n".join(self._said)
        parts = urlsplit(self.page.url)
        if not self._is_sent:
            self._seen.setdefault(NUMBERS.sub("#", parts.path), f"{parts.path}?{parts.query}")

    def _find_no_fault(self, *rules: str) -> None:
        """Run axe over the page, with the rules that it runs by itself unless some are named."""
        options: dict[str, object] = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": rules}
        faults = [
            f"{each['id']}: {node['html']} {node['failureSummary']}"
            for each in AXE.run(self.page, options=options).response["violations"]
            for node in each["nodes"]
        ]
        assert faults == [], f"{self.page.url}\n" + "\n".join(faults)

    def look_in_the_dark_and_on_a_phone(self) -> None:
        """Check what of the page depends on the theme, and on the width of the screen."""
        self.page.emulate_media(color_scheme="dark")
        self._find_no_fault(*OF_COLORS)
        self.page.set_viewport_size(PHONE)
        self._find_no_fault(*OF_WIDTH)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"{self.page.url} is {width} px wide on a phone"
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(SCREEN)

    def look_again_in_chinese(self) -> None:
        """Go to every page that was seen, in Chinese and in the dark."""
        self.page.emulate_media(color_scheme="dark")
        with self.moving():
            self.page.get_by_role("button", name="简体中文").click()
        for path in list(self._seen.values()):
            self.open(path)
            assert self.page.locator("html").get_attribute("lang") == "zh-Hans", path
            assert HAN.search(self.text), path

    def fill(self, label: str, text: str) -> None:
        """Fill a field by its label: a press to get there, and a key a letter."""
        self.presses += 1
        self.strokes += len(text)
        self.field(label).fill(text)

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a field by their labels: a press opens it, another one chooses."""
        self.presses += 2
        self.field(label).select_option(label=option)

    def tick(self, label: str) -> None:
        """Tick a box by its label."""
        self.presses += 1
        self.page.get_by_label(label, exact=True).first.check()

    def field(self, label: str) -> Locator:
        """Return the field with this label, with or without the sign of what is needed."""
        return self.page.get_by_label(re.compile(rf"^{re.escape(label)}( \*)?$"))

    def click(self, role: str, name: str) -> None:
        """Press something that leads to another page."""
        self.presses += 1
        with self.moving():
            self.page.get_by_role(role, name=name).first.click()

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.strokes += 1

    def type(self, text: str) -> None:
        """Type letter by letter where the cursor stands."""
        self.page.keyboard.type(text)
        self.strokes += len(text)

    @property
    def text(self) -> str:
        """What stands on the page, with single spaces."""
        return " ".join(self.page.locator("main").inner_text().split())
