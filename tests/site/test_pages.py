"""The prose pages: no number typed by hand, every role and block known, every term explained."""

import re
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.language import Language
from minsheng.site.blocks import BLOCKS
from minsheng.site.changes import CHANGELOG, data_changes
from minsheng.site.prose import ROLES
from minsheng.site.worked import CALCULATIONS, work

PAGES = sorted(paths.BOOK.glob("*.md"))
NOT_PROSE = (
    r"```.*?```",  # blocks and code
    r"\$\$.*?\$\$",  # formulas
    r"\$[^$]+\$",
    r"\{[a-z-]+\}`[^`]+`",  # roles
    r"`[^`]+`",
    r"CC BY 4\.0",
    r"\]\([^)]*\)",  # addresses
    r"\(method-sources\)=.*",  # citations, to the end of the page
)
# Terms of the reports, each with the English that the book uses.
# fmt: off
TERMS = [
    "民生实事项目", "城镇新增就业", "零就业家庭", "动态清零", "零工市场", "零工驿站",
    "离校未就业高校毕业生", "接收", "就业困难人员", "公益性岗位", "分散按比例就业", "集中就业",
    "辅助性就业", "残疾人稳定就业", "共富工坊", "残疾人之家", "残保金", "甬岗贷", "授信",
    "灵活保", "创业担保贷款", "失业保险金", "失业补助金", "岗位需求", "进场求职人数", "求人倍率",
    "人次", "家次", "个次", "时间进度", "快于时序进度", "区（县、市）", "市人大常委会",
    "专项监督组", "市人力社保局", "市残联", "满意", "基本满意", "不满意",
]
# fmt: on


def prose(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    for pattern in NOT_PROSE:
        text = re.sub(pattern, " ", text, flags=re.DOTALL)
    return text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_number_is_typed_by_hand(page: Path) -> None:
    assert re.findall(r"\S*\d\S*", prose(page)) == []


def test_a_number_typed_by_hand_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("It reached 109.95% of {fact}`2023.x.actual`, $x_1$.\n", encoding="utf-8")
    assert re.findall(r"\S*\d\S*", prose(page)) == ["109.95%"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_role_and_block_of_a_page_shows_something(page: Path) -> None:
    text, english = page.read_text(encoding="utf-8"), Language("en")
    for role, request in re.findall(r"\{([a-z-]+)\}`([^`]+)`", text):
        assert ROLES[role](english, request)
    for block, request in re.findall(r"^```\{([a-z-]+)\} ?(.*)$", text, re.MULTILINE):
        if block == "worked-example":
            assert work(english, request).steps
        elif block == "data-changes":
            assert data_changes(CHANGELOG.read_text(encoding="utf-8"))
        else:
            assert block in BLOCKS


def test_every_rule_has_a_worked_example() -> None:
    text = (paths.BOOK / "methods.md").read_text(encoding="utf-8")
    shown = {name.split()[0] for name in re.findall(r"^```\{worked-example\} (.*)$", text, re.M)}
    shown |= {name.split()[0] for name in re.findall(r"\{worked\}`([^`]+)`", text)}
    assert shown == set(CALCULATIONS)


def test_every_block_stands_on_a_page() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert all(f"```{{{name}}}" in text for name in BLOCKS)


@pytest.mark.parametrize("term", TERMS)
def test_every_term_of_the_reports_is_in_the_glossary(term: str) -> None:
    assert term in (paths.BOOK / "glossary.md").read_text(encoding="utf-8")


def test_every_glossary_entry_can_be_linked_to_and_has_both_languages() -> None:
    text = (paths.BOOK / "glossary.md").read_text(encoding="utf-8")
    entries = re.findall(r"^([^\n]+)\n: \S", text, re.MULTILINE)
    assert len(entries) > len(TERMS)
    anchors = []
    for entry in entries:
        found = re.fullmatch(r"\[[^\]]+\]\{#(term-[a-z-]+)\} · [一-鿿].*", entry)
        assert found, entry
        anchors.append(found[1])
    assert len(set(anchors)) == len(anchors)
