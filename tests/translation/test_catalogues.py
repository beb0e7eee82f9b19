"""Catalogues: taken from the sources, merged without loss, and every gap a fault with a remedy."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from minsheng import paths
from minsheng.errors import InputFault
from minsheng.translation import Domain, catalogues, check, extract, theme, update_catalogues

REACHED = "{actual} of {target} were reached."


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "CATALOGUES", tmp_path)

    def one(message: str, place: str) -> Catalog:
        template = Catalog(locale="zh_CN")
        template.add(message, locations=[(place, 12)])
        return template

    monkeypatch.setattr(
        catalogues, "prose", lambda: one("See the [data](data), `a.csv`.", "book/index.md")
    )
    monkeypatch.setattr(catalogues, "generated", lambda: one(REACHED, "src/a.py"))
    monkeypatch.setattr(catalogues, "theme", lambda _: one("Color mode", "theme/a.html"))
    return tmp_path


def translate(locale: Path, domain: Domain, message: str, chinese: str) -> None:
    path = locale / f"{domain}.po"
    text = path.read_text(encoding="utf-8")
    entry = f'msgid "{message}"\nmsgstr '
    assert entry + '""\n' in text
    path.write_text(text.replace(entry + '""\n', f'{entry}"{chinese}"\n'), encoding="utf-8")


@pytest.fixture
def complete(locale: Path) -> Path:
    update_catalogues()
    translate(locale, Domain.PROSE, "See the [data](data), `a.csv`.", "见[数据](data)`a.csv`。")
    translate(locale, Domain.GENERATED, REACHED, "目标{target}，完成{actual}。")
    translate(locale, Domain.THEME, "Color mode", "配色")
    return locale


def test_a_complete_catalogue_has_no_fault(complete: Path) -> None:
    assert set(check.check_catalogues().values()) == {1}
    before = {path: path.read_bytes() for path in complete.iterdir()}
    assert set(update_catalogues().values()) == {0}
    assert {path: path.read_bytes() for path in complete.iterdir()} == before


def test_a_catalogue_holds_no_clock_and_no_line_number(complete: Path) -> None:
    text = (complete / "minsheng.po").read_text(encoding="utf-8")
    assert "#: src/a.py\n" in text
    assert "Date" not in text


@pytest.mark.usefixtures("locale")
def test_a_missing_translation_is_a_fault() -> None:
    update_catalogues()
    with pytest.raises(InputFault, match="3 faults:(?s:.*not translated){3}"):
        check.check_catalogues()


FAULTS = {
    "missing": ('"目标{target}，完成{actual}。"', '""', "is not translated"),
    "fuzzy": ("#, python-brace-format", "#, fuzzy, python-brace-format", "marked fuzzy"),
    "slot_lost": ("，完成{actual}", "", "Slots and markup stay"),
    "slot_renamed": ("{target}，", "{goal}，", "Slots and markup stay"),
    "slot_twice": ("{target}，", "{target}{target}，", "Slots and markup stay"),
    "stale": (REACHED, "{actual} of {target} had been reached.", "No source has this string"),
    "disordered": ("#: src/a.py\n", "#: src/b.py\n", "not in its fixed form"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(complete: Path, name: str) -> None:
    sound, broken, rule = FAULTS[name]
    path = complete / "minsheng.po"
    text = path.read_text(encoding="utf-8")
    assert sound in text
    path.write_text(text.replace(sound, broken), encoding="utf-8")
    with pytest.raises(InputFault, match=rule):
        check.check_catalogues()


@pytest.mark.parametrize(("sound", "broken"), [("(data)", "(index)"), ("`a.csv`", "`b.csv`")])
def test_links_and_code_of_a_page_stay(complete: Path, sound: str, broken: str) -> None:
    path = complete / "book.po"
    entry, chinese = path.read_text(encoding="utf-8").rsplit("msgstr", 1)
    path.write_text(f"{entry}msgstr{chinese.replace(sound, broken)}", encoding="utf-8")
    with pytest.raises(InputFault, match="Slots and markup stay"):
        check.check_catalogues()


def test_a_changed_string_loses_its_translation(
    complete: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = Catalog(locale="zh_CN")
    changed.add("{actual} of {target} had been reached.", locations=[("src/a.py", 1)])
    monkeypatch.setattr(catalogues, "generated", lambda: changed)
    with pytest.raises(InputFault, match=r"not in the catalogue(?s:.*)No source has this string"):
        check.check_catalogues()
    assert update_catalogues()[Domain.GENERATED] == 1
    assert "目标" not in (complete / "minsheng.po").read_text(encoding="utf-8")


@pytest.mark.usefixtures("locale")
def test_a_new_chapter_takes_its_title_from_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = Catalog(locale="zh_CN")
    for message in ("Gig labour markets", "A heading that the catalogue does not know"):
        titles.add(message, locations=[("notebooks/gig_markets.ipynb", 1)])
    monkeypatch.setattr(catalogues, "prose", lambda: titles)
    assert update_catalogues()[Domain.PROSE] == 1
    kept = catalogues.kept(Domain.PROSE)
    assert kept.get("Gig labour markets").string == "零工市场"


def test_marked_strings_and_those_of_the_configuration_are_found() -> None:
    found = extract.generated()
    assert "any value" in found
    assert "{n} person" in found
    assert "Promises and figures: employment in Ningbo" in found


def test_every_page_and_notebook_is_read() -> None:
    places = {place for message in extract.prose() for place, _line in message.locations}
    pages = {f"book/{page.name}" for page in paths.BOOK.glob("*.md")}
    assert places == pages | {f"notebooks/{page.name}" for page in paths.NOTEBOOKS.glob("*.ipynb")}


def test_the_theme_is_asked_only_for_what_it_lacks() -> None:
    found = theme.theme(Catalog())
    assert "Color mode" in found
    assert "Back to top" not in found
    kept = Catalog()
    kept.add("Back to top", "回到页首")
    assert "Back to top" in theme.theme(kept)
