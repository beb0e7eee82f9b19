"""Pages in two languages: configuration, language tags, the way across, nothing left in English."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from sphinx.locale import get_translator

from minsheng import paths
from minsheng.data import EditionStatus, load_book
from minsheng.errors import UsageFault
from minsheng.language import LANGUAGES, Language
from minsheng.site import build as build_module
from minsheng.site import glance, languages
from minsheng.site.front import front_page
from minsheng.site.glance import finding, newest_evaluated

PAGE = "# New urban jobs\n\n```{code}\nx\n```\n"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build one page and one in a folder, in every language, from the book's own parts."""
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        for code in LANGUAGES:
            place = tmp_path_factory.mktemp(code)
            folder = place / "src"
            patch.setattr(paths, "BUILD", place)
            patch.setattr(paths, "BOOK", place / "none")
            build_module.lay_prose(folder, Language(code))
            build_module.lay_catalogues(folder, Language(code))
            (folder / "2023").mkdir()
            for name in ("index", "2023/urban_new_jobs"):
                (folder / f"{name}.md").write_text(PAGE, encoding="utf-8")
            chapters = [{"file": "2023/urban_new_jobs"}]
            tree = {"format": "jb-book", "root": "index", "chapters": chapters}
            (folder / "_toc.yml").write_text(yaml.safe_dump(tree), encoding="utf-8")
            patch.setattr(build_module, "stage", lambda _, folder=folder: folder)
            made[code] = build_module.build(code)
    return made


def page(sites: dict[str, Path], code: str) -> str:
    return (sites[code] / "2023" / "urban_new_jobs.html").read_text(encoding="utf-8")


def test_a_page_carries_its_language_and_its_words(sites: dict[str, Path]) -> None:
    assert '<html lang="zh-Hans"' in page(sites, "zh")
    assert "<h1>城镇新增就业<" in page(sites, "zh")
    assert '<html lang="en"' in page(sites, "en")
    assert "<h1>New urban jobs<" in page(sites, "en")


@pytest.mark.parametrize(("own", "other", "tag"), [("en", "zh", "zh-Hans"), ("zh", "en", "en")])
def test_the_same_page_is_one_click_away(
    sites: dict[str, Path], own: str, other: str, tag: str
) -> None:
    address = f"../../{other}/2023/urban_new_jobs.html"
    link = re.search(r'<a class="book-language"[^>]*>', page(sites, own))
    assert link is not None
    assert f'href="{address}" lang="{tag}" hreflang="{tag}"' in link[0]
    assert f'<link rel="alternate" hreflang="{tag}" href="{address}">' in page(sites, own)
    front = (sites[own] / "index.html").read_text(encoding="utf-8")
    assert f'href="../{other}/index.html"' in front


def test_the_theme_speaks_chinese(sites: dict[str, Path]) -> None:
    html = re.sub(r"<(script|style).*?</\1>", "", page(sites, "zh"), flags=re.S)
    labels = re.findall(r'(?:title|aria-label|placeholder|alt)="([^"]+)"', html)
    assert "显示或隐藏全书目录" in labels
    assert "打印为PDF" in labels
    assert [label for label in labels if not re.search("[\u4e00-\u9fff]", label)] == []
    script = (sites["zh"] / "_static" / "copybutton.js").read_text(encoding="utf-8")
    assert "'zh-Hans': {" in script


def test_the_next_build_finds_no_words_of_this_one(tmp_path: Path, build_pages: Callable) -> None:
    build_module.lay_catalogues(tmp_path / "pages", Language("zh"))
    chinese, english = (
        build_pages(lang=each, index=PAGE).text("index.html") for each in ("zh", "en")
    )
    assert "版权所有" in chinese and "版权所有" not in english
    assert get_translator("booktheme").gettext("Print to PDF") == "Print to PDF"


def test_a_build_by_hand_links_to_no_other_language() -> None:
    by_hand = yaml.safe_load((paths.ROOT / "_config.yml").read_text(encoding="utf-8"))
    assert by_hand["sphinx"]["config"]["language"] == "en"
    assert "book_languages" not in by_hand["sphinx"]["config"]
    staged = yaml.safe_load(languages.configuration(Language("zh")))
    assert staged["sphinx"]["config"]["language"] == "zh_CN"
    assert staged["sphinx"]["config"]["book_languages"] == ["en", "zh"]
    assert staged["title"] == "承诺与数据：宁波就业民生实事"


def test_the_front_page_offers_every_language_without_a_script() -> None:
    html = front_page(LANGUAGES)
    assert '<a href="en/index.html" hreflang="en">English</a>' in html
    assert '<a href="zh/index.html" hreflang="zh-Hans">中文</a>' in html
    assert "<script" not in html
    assert "refresh" not in html


def test_the_front_page_says_what_was_found_in_every_language() -> None:
    html = front_page(LANGUAGES)
    for code in LANGUAGES:
        said = finding(Language(code))
        assert said.html in html
        assert str(newest_evaluated().year) in said.plain


def test_before_any_evaluation_there_is_no_finding_and_its_blocks_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entries = [each for each in load_book().entries if each.status is not EditionStatus.EVALUATED]
    announced = replace(load_book(), entries=tuple(entries))
    monkeypatch.setattr(glance, "load_book", lambda: announced)
    assert finding(Language("en")) is None
    with pytest.raises(UsageFault, match="No edition has an evaluation.*take at-a-glance"):
        newest_evaluated()
