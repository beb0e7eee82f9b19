"""Build one language's pages with Jupyter Book, from a staged copy; warnings are errors."""

import re
import shutil
import subprocess
from pathlib import Path

from minsheng import paths
from minsheng.data import load_book
from minsheng.errors import RunFailure
from minsheng.files import are_same, lay_same
from minsheng.language import Language
from minsheng.language.messages import compiled
from minsheng.run.plan import plan
from minsheng.site.aside import lay_aside
from minsheng.site.calling import jupyter_book
from minsheng.site.languages import SPHINX_LANGUAGES, configuration, name_tag
from minsheng.site.resumed import Resumed
from minsheng.site.toc import render_toc
from minsheng.site.webfont import add_webfont

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_COMPLAINT = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b|\w*(Error|Exception|Warning)\b:|exception: ")
_LATE_SHEETS = ("automatic.css", "mystnb.*.css")


def stage(lang: str) -> Path:
    """Lay pages, executed notebooks, configuration, contents and translations together.

    A file that is there already as it should be is left alone.
    """
    folder, drafts = paths.STAGED / lang, paths.STAGED / f"{lang}.draft"
    lay_prose(drafts, Language(lang))
    (drafts / "_toc.yml").write_text(render_toc(load_book(), Language(lang)), encoding="utf-8")
    lay_catalogues(drafts, Language(lang))
    for run in plan(load_book(), (), [lang]):
        target = drafts / f"{run.page}.ipynb"
        target.parent.mkdir(exist_ok=True)
        lay_same(run.target, target)
    renew(folder, drafts)
    return folder


def renew(folder: Path, drafts: Path) -> None:
    """Give a folder the files of another, which goes; those that are the same stay untouched."""
    wanted = {path.relative_to(drafts) for path in drafts.rglob("*") if path.is_file()}
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        name = path.relative_to(folder)
        if name not in wanted or not are_same(path, drafts / name):
            path.unlink()
    for name in sorted(wanted):
        if not (folder / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (drafts / name).replace(folder / name)
    shutil.rmtree(drafts)


def lay_prose(folder: Path, lang: Language) -> None:
    """Begin a folder anew with the prose pages and one language's configuration."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for page in sorted(paths.BOOK.glob("*.md")):
        shutil.copyfile(page, folder / page.name)
    (folder / "_config.yml").write_text(configuration(lang), encoding="utf-8")


def lay_catalogues(folder: Path, lang: Language) -> None:
    """Lay the catalogues where Sphinx finds them, compiled; English needs none.

    Every page rests on the compiled ones: Sphinx would compile them anew for every build, and then
    read every page anew.
    """
    if lang.code == "en":
        return
    locale = SPHINX_LANGUAGES[lang.code]
    catalogues = folder / "locales" / locale / "LC_MESSAGES"
    shutil.copytree(paths.CATALOGUES, catalogues, ignore=shutil.ignore_patterns("*.mo"))
    for path in sorted(catalogues.glob("*.po")):
        path.with_suffix(".mo").write_bytes(compiled(path.read_bytes()))


def build(lang: str) -> Path:
    """Return a folder with one language's finished pages; raises `RunFailure` on any warning.

    What an earlier build left is taken up again, and only the pages that need it are made anew.
    """
    staged, work = stage(lang), Resumed(paths.BUILD / "sphinx" / lang)
    key = work.begin(staged)
    made = work.output / "_build" / "html"
    _remove_late_sheets(made)
    done = jupyter_book(staged, work.output, "-W", "-n", "--keep-going")
    if done.returncode != 0 or not (made / "index.html").exists():
        work.discard()
        raise RunFailure(
            f"The {lang} pages could not be built:\n{complaints(done)}\n"
            "The last good site is as it was. Remedy: mend what is named and build again."
        )
    pages = paths.BUILD / "aside" / lang
    lay_aside(made, pages, paths.SITE / lang)
    name_tag(pages / "_static" / "copybutton.js")
    add_webfont(pages, work.output / "font")
    work.seal(key)
    return pages


def complaints(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a build complained of, indented; without complaints, the end of what it said.

    The cause stands above the traceback of the tools around it, which is left out.
    """
    lines = _COLOURS.sub("", done.stdout + done.stderr).splitlines()
    named = [line for line in lines if _COMPLAINT.search(line)]
    return "\n".join(f"  {line}" for line in named[:30] or lines[-30:])


def _remove_late_sheets(pages: Path) -> None:
    """Remove what is written when all pages are.

    Pages name a sheet that is there already by another address than one that is yet to come.
    """
    for pattern in _LATE_SHEETS:
        for path in sorted(pages.glob(f"_static/{pattern}")):
            path.unlink()
