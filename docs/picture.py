"""Takes the picture of the page that the README shows: `python docs/picture.py`.

Needs a Chromium, as the browser tests do.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import onrecord
from onrecord.exports import page

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import ARGUMENTS, NAMES  # noqa: E402


def main() -> None:
    record = onrecord.build([Path(onrecord.__file__).parent / "samples"])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, NAMES))), args=list(ARGUMENTS)
        )
        view = browser.new_page(viewport={"width": 1120, "height": 1440})
        view.set_content(page(record))
        view.screenshot(path=ROOT / "docs" / "page.png")
        browser.close()


if __name__ == "__main__":
    main()
