"""One term in English is one term in Chinese, in catalogues and in the texts of the data alike."""

import csv
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from fontTools.ttLib import TTFont

from minsheng import fonts, paths
from minsheng.data.catalogue import read_catalogue
from minsheng.site.webfont import FIRST_CHINESE
from minsheng.translation import Domain, catalogues

# The terms of the reports and of the glossary; where Chinese has two ways, both.
TERMS = {
    r"livelihood projects?": r"民生实事|项目",
    r"new urban jobs": r"城镇新增就业",
    r"zero-employment famil": r"零就业家庭",
    r"dynamic clearing|cleared dynamically": r"动态清零",
    r"gig labour market": r"零工市场",
    r"gig service station": r"零工驿站",
    r"public-interest": r"公益性",
    r"college graduates who left school without a job": r"离校未就业高校毕业生",
    r"having difficulty finding work": r"就业困难人员",
    r"public-welfare posts": r"公益性岗位",
    r"concentrated employment": r"集中(安置残疾人)?就业",
    r"common prosperity workshop": r"共富工坊",
    r"Homes? for Persons with Disabilities": r"残疾人之家",
    r"Yonggang": r"甬岗贷",
    r"Linghuobao": r"灵活保",
    r"unemployment assistance": r"失业补助金",
    r"guaranteed start-up loan": r"创业担保贷款",
    r"\bperson-times": r"人次",
    r"\bpost-times": r"个次",
    r"\bentity-times": r"家次",
    r"even spread": r"时间进度|均衡推进",
    r"time elapsed": r"时间进度",
    r"cut-off": r"统计时点",
    r"districts?, count(y|ies),? (and|or) county-level cit(y|ies)": r"区（县、市）|市县",
    r"Standing Committee": r"常委会|常务委员会",
    r"Special Supervision Group": r"专项监督组",
    r"Social Security Bureau": r"市人力社保局",
    r"Disabled Persons' Federation": r"市残联",
    r"\*force\*": r"检验效力",
}
# What a term was once called, or might be: each a word that no text holds.
VARIANTS = {
    "实绩": "报告数、完成数",
    "所据材料": "所据来源",
    "现有材料": "来源",
    "数据复核": "数据复算",
    "审核": "检验",
    "舍尾": "截尾",
    "余量": "概数",
    "时序进度": "时间进度",
    "人力资源和社会保障局": "市人力社保局",
    "人社局": "市人力社保局",
    "残疾人联合会": "市残联",
    "城镇新增就业岗位": "城镇新增就业",
    "零工集市": "零工市场",
    "零工站": "零工驿站",
    "区县市": "区（县、市）",
    "县市区": "区（县、市）",
    "公益岗": "公益性岗位",
    "共富坊": "共富工坊",
    "户均": "平均每家企业",
    "填报单位": "报告单位",
    "年度版": "年度评估",
    "完成状态": "完成情况",
    "核验": "核实",
    "实地察看": "实地查看",
    "背景数据": "对照数据",
    "指标库": "指标目录",
    "置信区间": "取值区间",
    "民生实事工程": "民生实事项目",
}
QUOTED = re.compile(r"快于时序进度")
LEFT_OUT = re.compile(r"\{[\w-]+\}`[^`]*`|`[^`]*`|\]\([^)]*\)|\$[^$]+\$|\{#[\w-]+\}|\{\w+\}")
HAN = r"[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{HAN}[,;:?!()]|[,;:?!()]{HAN}|{HAN}\.(?!\w)|{HAN}\"|\"{HAN}")
SPACED = re.compile(rf"{HAN} +[0-9A-Za-z￼]|[0-9A-Za-z￼%] +{HAN}")
# Two headlines that their newspapers print with a space.
HEADLINES = re.compile(r"时间过半、任务过半 |招聘需求持续攀升 ")
# Words of ours in a bibliographic entry, which stays in its own language.
ENTRIES = re.compile(r"doi\.org|xbrl\.org")


def of_catalogues() -> Iterator[tuple[str, str]]:
    """Yield every message of the book's own catalogues in both languages."""
    for domain in (Domain.PROSE, Domain.GENERATED):
        for message in catalogues.messages(catalogues.kept(domain)):
            for english in catalogues.sources(message):
                yield english, catalogues.translations(message)[0]


def of_tables() -> Iterator[tuple[str, str]]:
    """Yield every text of the tables of `data/` in both languages."""
    for path in sorted(paths.DATA.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, chinese in row.items():
                    if column.endswith("_zh") and chinese:
                        yield row[f"{column.removesuffix('_zh')}_en"], chinese


def of_trees() -> Iterator[tuple[str, str]]:
    """Yield every text of the YAML files of `data/` in both languages."""
    for path in sorted(paths.DATA.rglob("*.yml")):
        yield from _bilingual(yaml.safe_load(path.read_text(encoding="utf-8")))


def _bilingual(tree: Any) -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict) and {"en", "zh"} <= set(tree):
        yield tree["en"], tree["zh"]
    elif isinstance(tree, dict | list):
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from _bilingual(each)


TEXTS = [*of_catalogues(), *of_tables(), *of_trees()]


def test_texts_of_every_kind_are_read() -> None:
    for texts in (of_catalogues(), of_tables(), of_trees()):
        assert len(list(texts)) > 150


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_said_alike(term: str) -> None:
    found = [(en, zh) for en, zh in TEXTS if re.search(term, en)]
    assert found, "no text has this term"
    assert [zh for en, zh in found if not re.search(TERMS[term], zh)] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_variant_of_a_term(variant: str) -> None:
    assert [zh for _, zh in TEXTS if variant in QUOTED.sub("", zh)] == [], VARIANTS[variant]


def test_chinese_punctuation_is_full_width() -> None:
    said = [LEFT_OUT.sub("￼", zh) for _, zh in TEXTS if not ENTRIES.search(zh)]
    assert [text for text in said if HALF_WIDTH.search(text)] == []
    assert HALF_WIDTH.search("城镇新增就业 (2023),例") and HALF_WIDTH.search("固定地址: x")


def test_no_space_between_chinese_and_digits_or_letters() -> None:
    said = [HEADLINES.sub("", LEFT_OUT.sub("￼", zh)) for _, zh in TEXTS if not ENTRIES.search(zh)]
    assert [text for text in said if SPACED.search(text)] == []
    assert SPACED.search("共 5 项")


def test_the_font_of_the_book_has_every_character() -> None:
    known = set(map(chr, TTFont(fonts.REGULAR).getBestCmap()))
    said = {character for _, zh in TEXTS for character in zh if ord(character) >= FIRST_CHINESE}
    assert sorted(said - known) == [], "say it in other words; the font holds the common characters"


def test_a_chapter_is_called_alike_in_the_catalogue_and_on_its_page() -> None:
    prose = catalogues.kept(Domain.PROSE)
    for chapter in read_catalogue().chapters.values():
        for text in (chapter.title, chapter.question):
            message = prose.get(text.en)
            assert message is not None
            assert message.string == text.zh
