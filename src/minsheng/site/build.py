"""Build one language's pages with Jupyter Book, from a staged copy; warnings are errors."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from minsheng import paths
from minsheng.errors import RunFailure
from minsheng.site.webfont import add_webfont

# Nothing of the caller's surroundings may reach a page.
_FIXED = {
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "1704067200",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "LANG": "C.UTF-8",
}
_JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"
_LEFTOVERS = (".buildinfo", "*.map", "*webpack-macros.html")


def stage(lang: str) -> Path:
    """Lay prose pages, executed notebooks, configuration and contents of one language together."""
    folder = paths.STAGED / lang
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for page in sorted(paths.BOOK.glob("*.md")):
        shutil.copyfile(page, folder / page.name)
    for name in ("_config.yml", "_toc.yml"):
        shutil.copyfile(paths.ROOT / name, folder / name)
    shutil.copytree(paths.EXECUTED / lang, folder, dirs_exist_ok=True)
    return folder


def build(lang: str) -> Path:
    """Return the folder of one language's finished pages; raises `RunFailure` on any warning."""
    source, output = stage(lang), paths.BUILD / "aside" / lang
    shutil.rmtree(output, ignore_errors=True)
    command = [
        *(sys.executable, "-c", _JUPYTER_BOOK, "build", str(source)),
        *("--path-output", str(output), "--all", "-W", "-n", "--keep-going", "-q"),
    ]
    done = subprocess.run(
        command, env={**os.environ, **_FIXED}, capture_output=True, text=True, check=False
    )
    pages = output / "_build" / "html"
    if done.returncode != 0 or not (pages / "index.html").exists():
        said = "\n".join(f"  {line}" for line in (done.stdout + done.stderr).splitlines()[-30:])
        raise RunFailure(
            f"The {lang} pages could not be built:\n{said}\n"
            "The last good site is as it was. Remedy: mend what is named and build again."
        )
    _clean(pages)
    add_webfont(pages)
    return pages


def _clean(pages: Path) -> None:
    for pattern in _LEFTOVERS:
        for path in sorted(pages.rglob(pattern)):
            path.unlink()
    shutil.rmtree(pages / "reports", ignore_errors=True)
