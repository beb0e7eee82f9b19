"""The site: contents from the catalogue, formulas as MathML, two renames that lose nothing."""

import base64
import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from minsheng import paths
from minsheng.data import load_book
from minsheng.errors import Fault, InputFault, RunFailure
from minsheng.language import Language
from minsheng.site import build as build_module
from minsheng.site import datapage, publish, toc, webfont
from minsheng.site.apart import Parts, ready_pages
from minsheng.site.front import front_page


def test_the_contents_are_rendered_from_the_catalogue() -> None:
    stored = (paths.ROOT / "_toc.yml").read_text(encoding="utf-8")
    assert stored == toc.render_toc(load_book(), Language("en"))


def test_every_figure_has_its_row() -> None:
    html = datapage.figures(Language("en")).html(Language("en"))
    for figure in load_book().figures:
        assert html.count(f'<tr id="{figure.anchor}">') == 1


def test_every_measure_is_in_the_dictionary() -> None:
    html = datapage.dictionary(Language("en")).html(Language("en"))
    assert all(f'id="measure-{key}"' in html for key in load_book().catalogue.measures)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    monkeypatch.setattr(paths, "SITE", tmp_path / "html")
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "index.html").write_text("the last good site", encoding="utf-8")
    return tmp_path / "html"


def test_a_crash_between_the_renames_is_repaired(site: Path) -> None:
    site.rename(site.with_name("html.old"))
    publish.repair()
    assert (site / "index.html").read_text(encoding="utf-8") == "the last good site"
    assert not site.with_name("html.old").exists()


def test_a_failed_build_leaves_the_site(site: Path) -> None:
    def fail(languages: list[str]) -> Parts:
        raise RunFailure(f"the {languages[0]} pages could not be built")

    with pytest.raises(RunFailure):
        publish.publish(["en"], lambda: None, fail)
    assert (site / "index.html").read_text(encoding="utf-8") == "the last good site"


@pytest.mark.parametrize("pages_fail", [False, True])
def test_what_is_found_beside_the_pages_leaves_the_site_and_is_told_first(
    site: Path, pages_fail: bool
) -> None:
    def parts(_: list[str]) -> Parts:
        if pages_fail:
            raise RunFailure("the pages could not be built")
        return Parts({}, "front")

    def refuse() -> None:
        raise InputFault([Fault("data/figures/2023.csv", "Nothing uses it.", "use it")])

    with pytest.raises(InputFault, match="Nothing uses it"):
        publish.publish(["en"], refuse, parts)
    assert (site / "index.html").read_text(encoding="utf-8") == "the last good site"


def test_a_new_site_takes_the_place_of_the_old(site: Path, tmp_path: Path) -> None:
    def parts(languages: list[str]) -> Parts:
        (lang,) = languages
        folder = tmp_path / "made" / lang
        folder.mkdir(parents=True, mode=0o700)
        page = folder / "index.html"
        page.write_text(lang, encoding="utf-8")
        page.chmod(0o600)
        return Parts({lang: ready_pages(folder, lang)}, front_page(languages))

    checked: list[str] = []
    publish.publish(["en"], lambda: checked.append("en"), parts)
    assert checked == ["en"]
    assert site.with_name("html.old").exists()
    publish.repair()
    assert (site / "en" / "index.html").read_text(encoding="utf-8") == "en"
    assert 'href="en/index.html"' in (site / "index.html").read_text(encoding="utf-8")
    assert oct((site / "en" / "index.html").stat().st_mode)[-3:] == "644"
    assert oct((site / "en").stat().st_mode)[-3:] == "755"
    assert not site.with_name("html.old").exists()


def test_a_warning_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "_config.yml").write_text("title: T\nonly_build_toc_files: true\n", encoding="utf-8")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: index\n", encoding="utf-8")
    (folder / "index.md").write_text("# T\n\n[nowhere](missing.md)\n", encoding="utf-8")
    monkeypatch.setattr(build_module, "stage", lambda _: folder)
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    with pytest.raises(RunFailure, match="missing"):
        build_module.build("en")


def test_the_web_font_draws_every_chinese_character_of_the_pages(tmp_path: Path) -> None:
    (tmp_path / "_static").mkdir()
    (tmp_path / "page.html").write_text(
        "<p>satisfied (满意), 21.99万; “满意”</p>", encoding="utf-8"
    )
    sheet = tmp_path / "_static" / "book.css"
    written = []
    for _ in range(2):
        sheet.write_text("p { margin: 0 }", encoding="utf-8")
        webfont.add_webfont(tmp_path, tmp_path / "kept")
        written.append(sheet.read_text(encoding="utf-8"))
    encoded = written[0].partition("base64,")[2].partition('"')[0]
    drawn = TTFont(io.BytesIO(base64.b64decode(encoded))).getBestCmap()
    assert set(drawn) == set(map(ord, "满意万“”"))
    assert "U+201C-201D" in written[0]
    assert written[0] == written[1]
    assert written[0].endswith("p { margin: 0 }")


def test_the_web_font_is_made_anew_for_other_characters_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[set[str]] = []
    monkeypatch.setattr(webfont, "font_of", lambda used: made.append(used) or b"font")
    (tmp_path / "_static").mkdir()
    for text in ("满意", "意，满：again", "满意万", "满意"):
        (tmp_path / "page.html").write_text(text, encoding="utf-8")
        (tmp_path / "_static" / "book.css").write_text("", encoding="utf-8")
        webfont.add_webfont(tmp_path, tmp_path / "kept")
        assert "src: url" in (tmp_path / "_static" / "book.css").read_text(encoding="utf-8")
        assert len([*(tmp_path / "kept").iterdir()]) == 1
    assert made == [set("满意"), set("满意，："), set("满意万"), set("满意")]


def test_the_web_font_of_an_earlier_build_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_static").mkdir()
    (tmp_path / "page.html").write_text("满意", encoding="utf-8")
    sheets = []
    for _ in range(2):
        (tmp_path / "_static" / "book.css").write_text("", encoding="utf-8")
        webfont.add_webfont(tmp_path, tmp_path / "kept")
        sheets.append((tmp_path / "_static" / "book.css").read_text(encoding="utf-8"))
        monkeypatch.setattr(webfont, "font_of", None)
    assert sheets[0] == sheets[1]


def test_no_page_loads_anything_from_another_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "_config.yml").write_text(
        (paths.ROOT / "_config.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "_toc.yml").write_text("format: jb-book\nroot: index\n", encoding="utf-8")
    (folder / "index.md").write_text("# T\n\n$$a = \\frac{b}{c}$$\n", encoding="utf-8")
    monkeypatch.setattr(build_module, "stage", lambda _: folder)
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    pages = build_module.build("en")
    html = (pages / "index.html").read_text(encoding="utf-8")
    assert "<math" in html
    assert "https://" not in html.replace("http://www.w3.org", "")
    assert not list(pages.rglob("*.map"))
