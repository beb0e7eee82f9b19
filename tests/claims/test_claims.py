"""No page says more than the figures do, and each kind of offence is caught where it is planted."""

import re
from collections.abc import Mapping

import pytest

from claims.allowed import ALLOWED
from claims.built import build_pages, executed_into
from claims.pages import Block, Whose, read_blocks
from claims.rules import CLAIMS, CONDITIONS, RULES, STRONG, claims, offences, strong_words
from commentary.golden.case import Listening
from commentary.golden.file import said
from minsheng import paths
from minsheng.data import load_book
from minsheng.language import LANGUAGES
from minsheng.run import plan


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, str]]:
    """Run every notebook and build every page; by language and name."""
    with executed_into(tmp_path_factory.mktemp("notebooks")):
        return {lang: build_pages(tmp_path_factory.mktemp(lang), lang) for lang in LANGUAGES}


@pytest.fixture(scope="module")
def blocks(pages: Mapping[str, Mapping[str, str]]) -> list[Block]:
    return [
        block
        for lang, built in pages.items()
        for name, html in built.items()
        for block in read_blocks(name, lang, html)
    ]


@pytest.mark.slow
def test_every_page_is_read(pages: Mapping[str, Mapping[str, str]], blocks: list[Block]) -> None:
    prose = {path.stem for path in paths.BOOK.glob("*.md")}
    for lang in LANGUAGES:
        chapters = {run.page for run in plan(load_book(), (), [lang])}
        assert set(pages[lang]) == chapters | prose
        assert {block.page for block in blocks if block.lang == lang} == chapters | prose


@pytest.mark.slow
def test_no_page_says_what_it_may_not(blocks: list[Block]) -> None:
    own = (block for block in blocks if block.whose is not Whose.FORBIDDEN)
    assert [str(each) for block in own for each in offences(block)] == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_page_of_methods_forbids_is_caught(blocks: list[Block], lang: str) -> None:
    named = [each for each in blocks if each.whose is Whose.FORBIDDEN and each.lang == lang]
    found = {str(block): {each.rule for each in offences(block)} for block in named}
    assert all(found.values()), found
    claimed = {f"claim: {name}" for name in CLAIMS}
    assert {rule for rules in found.values() for rule in rules} == claimed | {"strong word"}


@pytest.mark.slow
@pytest.mark.parametrize("pattern", ALLOWED, ids=lambda pattern: pattern.pattern[-30:])
def test_no_form_of_a_number_is_allowed_for_nothing(
    blocks: list[Block], pattern: re.Pattern[str]
) -> None:
    assert any(pattern.search(block.words) for block in blocks)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_that_can_be_generated_says_it(lang: str) -> None:
    lines = (line.partition("] ")[2] for line in said(Listening(lang)).splitlines())
    golden = [Block("golden", lang, line) for line in lines]
    found = (each for block in golden for rule in (strong_words, claims) for each in rule(block))
    assert [str(each) for each in found if each.found not in CONDITIONS] == []


PLANTED = {
    "a word of degree": ("strong word", "en", "<p>New urban jobs rose sharply.</p>"),
    "a record": ("strong word", "en", "<p>It was a record.</p>"),
    "a word of degree in Chinese": ("strong word", "zh", "<p>岗位需求大幅上升。</p>"),
    "steadily in Chinese": ("strong word", "zh", "<p>城镇新增就业持续增长。</p>"),
    "a word whose condition fails": ("strong word", "en", "<p>The growth is remarkable.</p>"),
    "a word in quotation marks that no source says": (
        "strong word",
        "en",
        "<p>It was “significant”.</p>",
    ),
    "jobs created": ("claim: jobs created", "en", "<p>The city created many new jobs.</p>"),
    "jobs created, in Chinese": ("claim: jobs created", "zh", "<p>全市新创造岗位。</p>"),
    "net growth": ("claim: jobs created", "en", "<p>That is the net growth of employment.</p>"),
    "a market that weakened": ("claim: the market", "en", "<p>The market had weakened.</p>"),
    "competition in Chinese": ("claim: the market", "zh", "<p>求职竞争加剧。</p>"),
    "a rate from one pot": ("claim: rates from one pot", "en", "<p>The claim rate follows.</p>"),
    "a ranking": ("claim: a ranking", "en", "<p>This was the best of all cities.</p>"),
    "a ranking in Chinese": ("claim: a ranking", "zh", "<p>该数位居全省前列。</p>"),
    "more than the cut-off": ("claim: beyond the cut-off", "en", "<p>The promise was kept.</p>"),
    "not only": (
        "claim: beyond the cut-off",
        "en",
        "<p>The promise was not only reached, it was kept: the promise was fulfilled.</p>",
    ),
    "a number": ("typed number", "en", "<p>There were 219,900 of them.</p>"),
    "a percentage": ("typed number", "zh", "<p>完成率为109.95%。</p>"),
    "a share in words": ("typed number", "en", "<p>Within about nine per cent.</p>"),
    "a share in Chinese words": ("typed number", "zh", "<p>误差约百分之五。</p>"),
    "a number beside a year": ("typed number", "en", "<p>In 2023 it was 7.</p>"),
    "a number that looks like a year": ("typed number", "en", "<p>In all 2,023 came.</p>"),
    "a count that looks like a year": ("typed number", "zh", "<p>共帮扶2023人。</p>"),
    "a number in reported words": (
        "typed number",
        "en",
        '<p><span class="reported">Visit 5 places</span></p>',
    ),
}
SOUND = {
    "a tagged number": '<p>It reached <data class="fact" value="7">7</data> persons in 2023.</p>',
    "words of a source": "<p>The source writes <q>rose sharply to 7</q>.</p>",
    "a title": "<p><cite>Demand rose sharply by 7%</cite>, 2021-07-22.</p>",
    "what a source says": '<p><span class="reported">Create jobs steadily</span></p>',
    "what the data quote": "<p>Printed as “城镇新增就业12.42万人”.</p>",
    "a denial": "<p>It is neither the number of posts created nor the net growth.</p>",
    "dates and places": "<p>Up to 31 October 2023, part 3(1), paragraph 1, sentence 12.</p>",
    "drawings, code and what stands around": (
        '<svg><text>7</text></svg><code>7</code><div class="fact-cards">sharply 7</div>'
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_offence_is_caught(name: str) -> None:
    rule, lang, html = PLANTED[name]
    found = [each for block in read_blocks("page", lang, html) for each in offences(block)]
    assert {each.rule for each in found} == {rule}, found


@pytest.mark.parametrize("name", SOUND)
def test_what_may_be_said_is_passed_over(name: str) -> None:
    found = [each for block in read_blocks("page", "en", SOUND[name]) for each in offences(block)]
    assert [str(each) for each in found] == []


def test_every_kind_is_planted() -> None:
    planted = {rule for rule, *_others in PLANTED.values()}
    assert planted == {"strong word", "typed number", *(f"claim: {name}" for name in CLAIMS)}
    assert len(RULES) == 3
    assert set(STRONG) == set(LANGUAGES)


def test_a_word_with_a_condition_is_allowed_where_the_condition_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pattern, _holds = CONDITIONS["remarkable"]
    block = Block("2023/audit", "en", "remarkable")
    assert [each.found for each in strong_words(block)] == ["remarkable"]
    monkeypatch.setitem(CONDITIONS, "remarkable", (pattern, lambda page: page == "2023/audit"))
    assert list(strong_words(block)) == []
