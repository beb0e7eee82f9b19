"""Build one language's pages with Jupyter Book, from a staged copy; warnings are errors."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from minsheng import paths
from minsheng.data import load_book
from minsheng.errors import RunFailure
from minsheng.language import Language
from minsheng.run.plan import plan
from minsheng.site.languages import SPHINX_LANGUAGES, configuration, translate_labels
from minsheng.site.toc import render_toc
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
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_COMPLAINT = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b|\w*(Error|Exception|Warning)\b:|exception: ")
_LEFTOVERS = (
    *(".buildinfo", "*.map", "*webpack-macros.html"),
    *("fontawesome.js*", "fa-*.woff2", "fa-*.ttf"),  # icons are drawn in the pages
)


def stage(lang: str) -> Path:
    """Lay pages, executed notebooks, configuration, contents and translations together."""
    folder = paths.STAGED / lang
    lay_prose(folder, Language(lang))
    (folder / "_toc.yml").write_text(render_toc(load_book(), Language(lang)), encoding="utf-8")
    lay_catalogues(folder, Language(lang))
    for run in plan(load_book(), (), [lang]):
        target = folder / str(run.year) / run.target.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(run.target, target)
    return folder


def lay_prose(folder: Path, lang: Language) -> None:
    """Begin a folder anew with the prose pages and one language's configuration."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for page in sorted(paths.BOOK.glob("*.md")):
        shutil.copyfile(page, folder / page.name)
    (folder / "_config.yml").write_text(configuration(lang), encoding="utf-8")


def lay_catalogues(folder: Path, lang: Language) -> None:
    """Lay the catalogues where Sphinx finds and compiles them; English needs none."""
    if lang.code != "en":
        catalogues = folder / "locales" / SPHINX_LANGUAGES[lang.code] / "LC_MESSAGES"
        shutil.copytree(paths.CATALOGUES, catalogues, ignore=shutil.ignore_patterns("*.mo"))


def build(lang: str) -> Path:
    """Return the folder of one language's finished pages; raises `RunFailure` on any warning."""
    output = paths.BUILD / "aside" / lang
    done = jupyter_book(stage(lang), output, "-W", "-n", "--keep-going")
    pages = output / "_build" / "html"
    if done.returncode != 0 or not (pages / "index.html").exists():
        raise RunFailure(
            f"The {lang} pages could not be built:\n{complaints(done)}\n"
            "The last good site is as it was. Remedy: mend what is named and build again."
        )
    _clean(pages)
    translate_labels(pages, Language(lang))
    add_webfont(pages)
    return pages


def jupyter_book(source: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run Jupyter Book on a staged folder into an empty one, out of reach of the surroundings."""
    shutil.rmtree(output, ignore_errors=True)
    command = [
        *(sys.executable, "-c", _JUPYTER_BOOK, "build", str(source)),
        *("--path-output", str(output), "--all", "-q", *options),
    ]
    return subprocess.run(
        command, env={**os.environ, **_FIXED}, capture_output=True, text=True, check=False
    )


def complaints(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a build complained of, indented; without complaints, the end of what it said.

    The cause stands above the traceback of the tools around it, which is left out.
    """
    lines = _COLOURS.sub("", done.stdout + done.stderr).splitlines()
    named = [line for line in lines if _COMPLAINT.search(line)]
    return "\n".join(f"  {line}" for line in named[:30] or lines[-30:])


def _clean(pages: Path) -> None:
    for pattern in _LEFTOVERS:
        for path in sorted(pages.rglob(pattern)):
            path.unlink()
    shutil.rmtree(pages / "reports", ignore_errors=True)
