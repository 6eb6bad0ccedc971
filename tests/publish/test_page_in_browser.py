"""The page in a real browser: its policy lets its own script run, and choosing, keys and search work."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.publish.material import make_material

from reviewer.publish.page import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]

# Acts as a reader would and writes down what the page then shows.
READER = """
const said = {}, bars = document.querySelectorAll(".arc-slices a"), where = () => document.querySelector(".card-where").textContent;
said.first = where();
bars[3].dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
said.clicked = where();
said.link = document.querySelector(".card-link").getAttribute("href");
said.words = document.querySelector(".card-words").textContent;
bars[3].dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft", bubbles: true, cancelable: true}));
said.stepped = where();
said.focused = document.activeElement === bars[2];
said.stops = document.querySelectorAll(".arc-slices a[tabindex='0']").length;
document.querySelector(".strip a").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
said.marker = where();
said.folded = !document.getElementById("transcript").open;
bars[2].dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
said.unfolded = document.getElementById("transcript").open;
const field = document.getElementById("find");
field.value = "halden  INSTITUTE";
field.dispatchEvent(new Event("input"));
said.found = document.getElementById("found").textContent;
document.title = JSON.stringify(said);
"""


def browse(path: Path) -> tuple[str, str]:
    """The page's markup after its scripts ran, and what the browser complained of."""
    assert CHROMIUM is not None
    switches = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--enable-logging=stderr",
    )
    profile = f"--user-data-dir={path.parent / 'profile'}"
    ran = subprocess.run(
        [CHROMIUM, *switches, profile, "--dump-dom", path.as_uri()], capture_output=True, timeout=60, check=True
    )
    complaints = [line for line in ran.stderr.decode(errors="replace").splitlines() if "CONSOLE" in line]
    return ran.stdout.decode(), "\n".join(complaints)


def test_the_policy_lets_the_pages_own_style_and_script_run(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(make_material()), "utf-8")
    dom, complaints = browse(path)
    assert complaints == ""
    assert 'class="chosen"' in dom


def test_the_page_can_be_read_with_mouse_and_keys(tmp_path: Path) -> None:
    made = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page(make_material()))
    path = tmp_path / "page.html"
    path.write_text(made.replace("</body>", f"<script>{READER}</script></body>"), "utf-8")
    dom, complaints = browse(path)
    title = re.search(r"<title>(\{.*?\})</title>", dom, re.DOTALL)
    assert complaints == ""
    assert title is not None
    said: dict[str, Any] = json.loads(html.unescape(title[1]))
    assert said["first"] == said["stepped"] == said["marker"] == "2:06, slice 3, −32, risk-forward"
    assert said["clicked"] == "3:09, slice 4, +27, opportunity-forward"
    assert (said["link"], said["words"][:14]) == ("#slice-4", "“A small model")
    assert said["found"] == "1 of 4 paragraphs"
    assert all(said[name] is True for name in ("focused", "folded", "unfolded"))
    assert said["stops"] == 1
