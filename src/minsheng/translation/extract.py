"""Every English string that a reader sees, from where it is written."""

import io
import shutil
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from minsheng import paths
from minsheng.errors import RunFailure
from minsheng.language import Language
from minsheng.site.build import complaints, lay_prose
from minsheng.site.calling import jupyter_book
from minsheng.site.languages import configured_strings

MARKS = {"_": None, "plural": (1, 2)}
SOURCES = paths.ROOT / "src" / "minsheng"


def generated() -> Catalog:
    """Return the strings marked with `_` and `plural`, and those of `_config.yml`."""
    catalogue = Catalog(locale="zh_CN")
    found = extract_from_dir(SOURCES, [("**.py", "python")], keywords=MARKS)
    for name, line, message, *_rest in found:
        place = paths.relative(SOURCES / name)
        catalogue.add(message, locations=[(place, line)])
    for message in configured_strings():
        catalogue.add(message, locations=[("_config.yml", 1)])
    return catalogue


def prose() -> Catalog:
    """Return the paragraphs of the prose pages and of the notebooks, as Sphinx cuts them.

    Raises `RunFailure` where a page cannot be read.
    """
    folder, output = paths.BUILD / "gettext" / "src", paths.BUILD / "gettext" / "out"
    lay_prose(folder, Language("en"))
    _lay_notebooks(folder)
    shutil.rmtree(output, ignore_errors=True)
    done = jupyter_book(folder, output, "--builder", "custom", "--custom-builder", "gettext")
    template = output / "_build" / "gettext" / "book.pot"
    if not template.exists():
        raise RunFailure(f"The pages could not be read:\n{complaints(done)}")
    return _placed(read_po(io.BytesIO(template.read_bytes())), folder)


def _lay_notebooks(folder: Path) -> None:
    """Lay the sources of the notebooks in, and contents that name every page once."""
    names = sorted(page.stem for page in folder.glob("*.md") if page.stem != "index")
    for source in sorted(paths.NOTEBOOKS.glob("*.ipynb")):
        target = folder / "notebooks" / source.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        names.append(f"notebooks/{source.stem}")
    tree = {"format": "jb-book", "root": "index", "chapters": [{"file": name} for name in names]}
    (folder / "_toc.yml").write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")


def _placed(template: Catalog, folder: Path) -> Catalog:
    """Return the messages under the files that a writer knows, those first that come first."""
    catalogue = Catalog(locale="zh_CN")
    for message in template:
        if message.id:
            places = sorted({_source(str(place), folder) for place, _line in message.locations})
            catalogue.add(message.id, locations=[(place, 1) for place in places])
    return catalogue


def _source(place: str, folder: Path) -> str:
    """Return the place of a staged page as the project shows its source."""
    staged = (folder.parent / "out" / "_build" / "gettext" / place).resolve()
    name = staged.relative_to(folder.resolve()).as_posix()
    return name if name.startswith("notebooks/") else f"book/{name}"
