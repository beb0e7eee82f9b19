"""What no sentence of the book may say: strong words, unsupported claims, typed numbers.

Words of a source stand under a tag of their own and are passed over (see `pages`). What the book
reports of a source in its own words may be strong, where the source is.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claims.allowed import typed_numbers
from claims.pages import FOREIGN, Block, Whose
from minsheng.audit import Finding, audit
from minsheng.data import load_book


@dataclass(frozen=True)
class Offence:
    """What a block says that it may not, and under which rule."""

    rule: str
    found: str
    block: Block

    def __str__(self) -> str:
        return f"{self.rule}: {self.found!r} in {self.block}"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


def _a_relation_is_breached(page: str) -> bool:
    """Tell whether a relation that is only plausible is breached among an edition's figures."""
    year, slash, chapter = page.partition("/")
    if not slash or chapter != "audit":
        return False
    found = audit(load_book().edition(int(year)).view(chapter))
    return any(line.finding is Finding.REMARKABLE for line in found.relations)


# Words of degree. The book publishes no numeric condition for any of them, so none may be used.
STRONG = {
    "en": _any(
        r"\brecord(?:s|-breaking)?\b",
        r"\b(?:sharp|steep|steadi|dramatic|drastic|signific|substantial|considerabl|markedly)\w*",
        r"\b(?:vast|huge|massiv|enormous|rapid|robust|strik|impress|tremend|outstanding)\w*",
        r"\b(?:soar|surg|plung|plummet|skyrocket|boom|slump|collaps|leap)\w*",
        r"\b(?:unprecedented|excellent|encouraging|successful(?:ly)?|success|failure)\b",
        r"\b(?:far|well) (?:above|below|beyond|exceed\w*)\b|\bmuch (?:more|less|higher|lower)\b",
    ),
    "zh": _any(
        "显著|大幅|明显|稳步|稳中|急剧|骤|飙升|猛增|激增|锐减|暴跌|攀升|强劲|迅速|快速|突飞",
        "创.{0,4}新高|历史新高|历史最|空前|前所未有|圆满|优异|出色|良好|喜人|可喜|突出成效|成效(?:显著|明显|突出)",
        "(?<!是否)持续(?!时间)|不断|大量|极大|远超|远高|远低|遥遥",
    ),
}
# Words that the book does use for a result, with the condition it publishes for them.
CONDITIONS: Mapping[str, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "remarkable": (
        _any(r"(?<!only be )\bremarkabl\w+", "(?<!至多)值得注意"),
        _a_relation_is_breached,
    ),
}

# Claims that the figures do not support, and where each is a denial instead.
CLAIMS = {
    "jobs created": _any(
        r"\bcreat\w+ (?:\S+ ){0,4}(?:jobs?|posts?)\b|\bcreat\w+ (?:\S+ )?employment\b",
        r"\b(?:jobs?|posts?|employment)\b(?: \S+){0,3} (?:(?:was|were|been|are|is) )?created\b",
        r"\bjob creation\b",
        "创造.{0,6}(?:岗位|就业)|新创造|净增|就业净增|就业增长",
        r"\bnet (?:growth|increase|gain)\b|\b(?:growth|increase|rise) (?:in|of) employment\b",
        r"\bemployment (?:grew|rose|increased)\b",
    ),
    "the market": _any(
        r"\bmarket\w*(?: \S+){0,3} (?:weaken|cool|deteriorat|recover|improv|tighten|worsen)\w*",
        r"\bcompetition(?: \S+){0,3} (?:rose|rises|grew|increas\w+|intensif\w+|fell|eased)",
        "市场.{0,6}(?:转弱|走弱|疲软|降温|回暖|恶化|好转|趋紧)|竞争.{0,4}(?:加剧|激烈|上升|增大)",
        "供不应求|供大于求|供过于求|求人倍率(?:为|达|升|降)",
    ),
    "rates from one pot": _any(
        r"\b(?:claim|payout|take-up) rates?\b",
        r"\b(?:payout|paid|benefit|subsidy|sum)s? per (?:worker|firm|enterprise|policy)\b",
        r"\bshares? per (?:firm|enterprise)\b",
        "理赔率|赔付率|人均(?:赔付|金额)|户均|企均|企业平均|每家企业.{0,4}(?:获|得)",
    ),
    "a ranking": _any(
        r"\brank(?:s|ed) (?:\S+ ){0,2}(?:first|second|third|above|below|among)|\branking of\b",
        r"\b(?:first|second|third|top|best|worst|last) (?:of|among) (?:\S+ )?(?:cities|provinces)",
        r"\b(?:ahead of|behind|better than|worse than) (?:other|most) (?:cities|provinces)",
        "城市.{0,4}排名|排名第|名列|位居|位列|领先|居.{0,4}(?:首位|榜首|前列)|高于.{0,6}平均",
    ),
    "beyond the cut-off": _any(
        r"\b(?:promises?|targets?|pledges?)\b(?: \S+){0,4} (?:kept|fulfilled|honoured|delivered)\b",
        r"\b(?:kept|fulfilled|honoured) (?:its|their|the|all|every|this) (?:\S+ )?promises?\b",
        r"\bexceed\w* (?:its|their|the) (?:annual|year's|yearly) target\b",
        "(?:承诺|目标).{0,6}(?:兑现|履行到位)|兑现了?.{0,6}承诺|(?<!是否)全面完成|超额完成",
        r"\bprojected to\b|\bis expected to (?:reach|end)\b|预计.{0,6}(?:达|完成)",
    ),
}
# A sentence that denies a claim, or asks, does not make it.
DENIAL = _any(
    r"\b(?:not|never|no|none|nothing|neither|nor|cannot|without|whether)\b|\?",
    "不(?![同断少仅但])|未|无(?!论)|没有|并非|是否|？",
)
NOT_ONLY = _any(r"\bnot only\b", "不仅|不但|不光")
_SENTENCE = re.compile(r"(?<=[.!?;。！？；])\s*")


def sentences(block: Block) -> Iterator[str]:
    """Cut a block into sentences, without the names that the catalogue gives to measures."""
    words = _names(block.lang).sub(FOREIGN, block.words)
    yield from (each for each in _SENTENCE.split(words) if each.strip())


@cache
def _names(lang: str) -> re.Pattern[str]:
    measures = load_book().catalogue.measures.values()
    ratios = (each.name for measure in measures for each in measure.comparisons if each.name)
    names = {name.within(lang) for name in (*(each.name for each in measures), *ratios)}
    return _any(*(re.escape(name) for name in sorted(names, key=len, reverse=True)))


def strong_words(block: Block) -> Iterator[Offence]:
    """Find words of degree without their published condition."""
    if block.whose is Whose.REPORTED:
        return
    for found in STRONG[block.lang].finditer(block.words):
        yield Offence("strong word", found[0], block)
    for word, (pattern, holds) in CONDITIONS.items():
        if pattern.search(block.words) and not holds(block.page):
            yield Offence("strong word", word, block)


def claims(block: Block) -> Iterator[Offence]:
    """Find claims that the figures do not support; names in the catalogue make none."""
    if block.whose is Whose.REPORTED:
        return
    for sentence in sentences(block):
        if DENIAL.search(NOT_ONLY.sub("", sentence)):
            continue
        for name, pattern in CLAIMS.items():
            for found in pattern.finditer(sentence):
                yield Offence(f"claim: {name}", found[0], block)


def numbers(block: Block) -> Iterator[Offence]:
    """Find numbers that are neither tagged nor allowed."""
    for found in typed_numbers(block.words):
        yield Offence("typed number", found, block)


RULES: tuple[Callable[[Block], Iterator[Offence]], ...] = (strong_words, claims, numbers)


def offences(block: Block) -> Iterator[Offence]:
    """Find everything that a block says and may not."""
    for rule in RULES:
        yield from rule(block)
