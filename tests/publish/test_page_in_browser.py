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
const said = {}, bars = document.querySelectorAll(".arc-slices .wide a"), where = () => document.querySelector(".card-where").textContent;
said.first = where();
bars[3].dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
said.clicked = where();
said.link = document.querySelector(".card-link").getAttribute("href");
said.words = document.querySelector(".card-words").textContent;
bars[3].dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft", bubbles: true, cancelable: true}));
said.stepped = where();
said.focused = document.activeElement === bars[2];
said.stops = document.querySelectorAll(".arc-slices .wide a[tabindex='0']").length;
said.behind = Array.from(bars[2].ownerSVGElement.querySelectorAll("rect"), (box) => box.getAttribute("class")).indexOf("tint");
document.querySelector(".strip a").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
said.marker = where();
said.folded = !document.getElementById("transcript").open;
bars[2].dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
said.unfolded = document.getElementById("transcript").open;
const field = document.getElementById("find");
field.value = "halden  INSTITUTE";
field.dispatchEvent(new Event("input"));
said.found = document.getElementById("found").textContent;
const seen = (kind) => Array.from(document.querySelectorAll(kind)).filter((box) => box.getClientRects().length).length;
said.seen = [seen(".passage"), seen(".mark"), seen(".speaker")];
field.value = "mixed";
field.dispatchEvent(new Event("input"));
said.none = document.getElementById("found").textContent;
document.title = JSON.stringify(said);
"""


# Tells the page around it what of the pictures can be seen, and how small their smallest label is.
FITTING = """
document.getElementById("terms").open = true;
const seen = Array.from(document.querySelectorAll(".plot svg")).filter((box) => box.getClientRects().length);
const labels = seen.flatMap((box) => Array.from(box.querySelectorAll("text"), (text) => 12 * box.clientWidth / box.viewBox.baseVal.width));
parent.postMessage(JSON.stringify({
  kinds: seen.map((box) => box.parentElement.className),
  smallest: Math.min(...labels),
  sticks_out: seen.filter((box) => box.getBoundingClientRect().right > innerWidth - 15).length,
  page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  begins: document.querySelector("#terms .words").clientWidth,
}), "*");
"""


def browse(path: Path) -> tuple[str, str]:
    """The page's markup after its scripts ran, and what the browser complained of."""
    assert CHROMIUM is not None
    switches = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--window-size=1300,900",
        "--virtual-time-budget=2000",
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
    assert (said["stops"], said["behind"]) == (1, 1)
    assert said["seen"] == [1, 1, 0]
    assert said["none"] == "0 of 4 paragraphs"  # the marks of slices are no text


@pytest.mark.parametrize(
    ("width", "kind"),
    [
        (360, "narrow"),
        (420, "narrow"),
        (651, "narrow"),
        (652, "middle"),
        (760, "middle"),
        (983, "middle"),
        (984, "wide"),
        (1200, "wide"),
    ],
)
def test_the_pictures_are_whole_and_readable_at_every_width(tmp_path: Path, width: int, kind: str) -> None:
    made = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page(make_material()))
    (tmp_path / "page.html").write_text(made.replace("</body>", f"<script>{FITTING}</script></body>"), "utf-8")
    around = tmp_path / "around.html"
    hear = "addEventListener('message', (event) => { document.title = event.data; })"
    around.write_text(
        f"<title></title><script>{hear}</script><iframe src='page.html' width={width} height=900></iframe>"
    )
    title = re.search(r"<title>(\{.*?\})</title>", browse(around)[0], re.DOTALL)
    assert title is not None
    said: dict[str, Any] = json.loads(html.unescape(title[1]))
    assert said["kinds"] == [f"plot strip {kind}", f"arc {kind}", f"plot bands {kind}"]
    assert said["smallest"] >= 11
    assert (said["sticks_out"], said["page"]) == (0, 0)
    assert said["begins"] >= 220
