"""The strings of Sphinx and its theme that Chinese readers would otherwise meet in English."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

# Where the strings stand, and the calls that mark them.
SOURCES = (
    ("sphinx", "themes/basic", "**.html", "jinja2"),
    ("sphinx", "writers", "html5.py", "python"),
    ("sphinx", "builders/html", "__init__.py", "python"),
    ("pydata_sphinx_theme", "theme", "**.html", "jinja2"),
    ("sphinx_book_theme", "theme", "**.html", "jinja2"),
    ("sphinx_book_theme", "header_buttons", "*.py", "python"),
)
MARKS = {"_": None, "gettext": None, "ngettext": (1, 2), "translate": None, "translation": None}
SHIPPED = (
    ("sphinx", "locale/zh_CN/LC_MESSAGES/sphinx.po"),
    ("pydata_sphinx_theme", "locale/zh/LC_MESSAGES/sphinx.po"),
    (
        "sphinx_book_theme",
        "theme/sphinx_book_theme/static/locales/zh_CN/LC_MESSAGES/booktheme.po",
    ),
)


def theme(kept: Catalog) -> Catalog:
    """Return the strings without a Chinese form of their own, and those that `kept` betters."""
    shipped = set(_shipped())
    catalogue = Catalog(locale="zh_CN")
    for place, message in _marked():
        if message not in shipped or message in kept:
            catalogue.add(message, locations=[(place, 1)])
    return catalogue


def _marked() -> Iterator[tuple[str, str]]:
    for package, folder, pattern, method in SOURCES:
        root = _folder(package) / folder
        for name, _line, message, *_rest in extract_from_dir(
            root, [(pattern, method)], keywords=MARKS
        ):
            yield f"{package}/{folder}/{name}", message if isinstance(message, str) else message[0]


def _shipped() -> Iterator[str]:
    for package, name in SHIPPED:
        with (_folder(package) / name).open("rb") as file:
            for message in read_po(file):
                if message.id and message.string and message.string != message.id:
                    yield str(message.id)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent
