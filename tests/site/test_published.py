"""The digests of a site: of everything but the page that shows them, and of each edition."""

import shutil
import subprocess
from pathlib import Path

from minsheng.digests import folder_digests
from minsheng.published import show_digests, site_digests

# macOS has the second.
SUM = "sha256sum" if shutil.which("sha256sum") else "shasum -a 256"
FILES = {
    "index.html": "front",
    "en/status.html": '<p><code data-digest="site"></code> <code data-digest="2023"></code></p>',
    "zh/status.html": '<code data-digest="2021"></code>',
    "en/2023/audit.html": "audit",
    "zh/2023/audit.html": "数据复核",
    "en/downloads/edition-2023.json": "{}",
    "en/downloads/pages/2023/audit/table-1.csv": "force",
    "en/downloads/data/figures/2023.csv": "figure_id",
    "en/_sources/2023/audit.ipynb": "{}",
    "en/2021/audit.html": "earlier",
    "en/_static/2023.css": "",
    "en/downloads/pages/differences/figures-2021-2023.csv": "of two",
}


def made(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, *places: str) -> str:
    """Return what the command on the page prints for some places of a site."""
    names = f"find {' '.join(places)} -type f ! -name status.html | LC_ALL=C sort"
    command = f"{names} | xargs {SUM} | {SUM}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.split()[0]


def test_they_are_what_the_command_on_the_page_prints(tmp_path: Path) -> None:
    site = made(tmp_path)
    edition = (
        *("en/2023", "zh/2023", "en/downloads/edition-2023.json", "en/downloads/pages/2023"),
        *("en/downloads/data/figures/2023.csv", "en/_sources/2023"),
    )
    assert site_digests(site) == {
        "site": told(site, "*"),
        "2023": told(site, *edition),
        "2021": told(site, "en/2021"),
    }


def test_showing_them_does_not_change_them(tmp_path: Path) -> None:
    site = made(tmp_path)
    before = site_digests(site)
    assert show_digests(site, folder_digests(site)) == folder_digests(site)
    assert site_digests(site) == before
    shown = (site / "en" / "status.html").read_text(encoding="utf-8")
    assert f'<code data-digest="site">{before["site"]}</code>' in shown
    assert before["2023"] in shown
    assert before["2021"] in (site / "zh" / "status.html").read_text(encoding="utf-8")
    (site / "index.html").write_text("another", encoding="utf-8")
    assert site_digests(site)["site"] != before["site"]
    assert site_digests(site)["2023"] == before["2023"]
