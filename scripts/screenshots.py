"""Takes the screenshots of the README anew, over a small synthetic cohort of its own.

make screenshots
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screenshots"
SCREENING = Path(sys.executable).with_name("screening")
PORT, ROWS = 5099, 1500
BASE = f"http://127.0.0.1:{PORT}"
SIZE = ViewportSize(width=1366, height=860)


@contextmanager
def demonstration() -> Iterator[None]:
    """Serve a synthetic cohort until the block ends."""
    with TemporaryDirectory() as folder:
        os.environ["INSTANCE_PATH"] = folder
        subprocess.run([SCREENING, "init"], check=True)
        subprocess.run([SCREENING, "demo", "--rows", str(ROWS)], check=True)
        line: list[str | Path] = [SCREENING, "serve", "--port", str(PORT)]
        with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as service:
            assert service.stdout is not None
            service.stdout.readline()
            try:
                yield
            finally:
                service.terminate()


def signed_in(browser: Browser, name: str, language: str = "en") -> Page:
    """Return a page of someone of the demonstration."""
    page = browser.new_context(viewport=SIZE, locale=language).new_page()
    page.goto(f"{BASE}/sign-in")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill("just-for-the-demo")
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(re.compile(r"^(?!.*sign-in)"))
    return page


def keep(page: Page, name: str) -> None:
    """Write what is seen without scrolling."""
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")


def take(browser: Browser) -> None:
    """Take every screenshot."""
    coordinator = signed_in(browser, "coordinator")
    keep(coordinator, "work")
    clinician = signed_in(browser, "clinician")
    clinician.goto(f"{BASE}/cases")
    clinician.locator("main tbody a").last.click()
    keep(clinician, "case")
    manager = signed_in(browser, "manager")
    manager.goto(f"{BASE}/figures/lung")
    keep(manager, "figures")
    clinician.goto(f"{BASE}/calculator/lung-rads-v2022")
    clinician.locator("[name=finding]").select_option("part_solid")
    clinician.locator("[name=status]").select_option("new")
    clinician.locator("[name=mean_diameter_mm]").fill("9.1")
    clinician.locator("[name=solid_component_mm]").fill("6.2")
    clinician.locator("[name=solid_component_mm]").blur()
    clinician.locator("#result dd", has_text="4B").first.wait_for()
    keep(clinician, "calculator")


def main() -> None:
    """Serve, look, and write."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demonstration(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        take(browser)
        browser.close()


if __name__ == "__main__":
    main()
