"""The commentary says what the golden files hold, and has no message that nothing there says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from commentary.golden import of_promises
from commentary.golden.case import Listening
from commentary.golden.file import PATHS, said
from minsheng import commentary, facts
from minsheng.commentary.overview import TALLIED
from minsheng.language import units
from minsheng.verdict import Evidence, State

KEYWORDS = {"_": None, "plural": (1, 2)}
ROOMS = (Path(commentary.__file__).parent, Path(facts.__file__).parent, Path(units.__file__))
# Names of units without a number head the columns of tables; no sentence holds them.
HEADINGS = set(units.NAMES.values())
# Formulas stand on the card behind a number, named and written out, and in no sentence.
FORMULAS = {*facts.FORMULAS.values(), *facts.FORMULA_NAMES.values()}


@pytest.fixture(scope="module")
def listening() -> Listening:
    return Listening("en")


@pytest.fixture(scope="module")
def spoken(listening: Listening) -> str:
    return said(listening)


def marked(room: Path) -> Iterator[str]:
    """Yield every message that a module, or each module of a folder, marks; each plural form."""
    for path in sorted(room.rglob("*.py")) if room.is_dir() else [room]:
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            yield from (message,) if isinstance(message, str) else message


@pytest.fixture(scope="module")
def chinese() -> str:
    return said(Listening("zh"))


def test_the_golden_sentences_are_said(spoken: str) -> None:
    golden = PATHS["en"].read_text(encoding="utf-8")
    assert spoken.splitlines() == golden.splitlines(), "if the change is meant: make golden"


def test_the_golden_sentences_are_said_in_chinese(chinese: str) -> None:
    golden = PATHS["zh"].read_text(encoding="utf-8")
    assert chinese.splitlines() == golden.splitlines(), "if the change is meant: make golden"


# What a sentence put together of parts may not come to: half-width marks or spaces beside Chinese,
# a unit or a word said twice, brackets within brackets of one kind, a hedge after 为 or 不少于.
CLUMSY = re.compile(
    r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|[\u4e00-\u9fff] | [\u4e00-\u9fff]"
    r"|年年|人人[^可]|的的|%%|个个|家家|。。|，，|：：|为约(?!数)|为近|为超"
    r"|（(?!县、市）)[^）]*（(?!县、市）)"
)


def test_no_chinese_sentence_is_clumsy(chinese: str) -> None:
    said_lines = [line.partition("] ")[2] for line in chinese.splitlines()]
    assert [line for line in said_lines if CLUMSY.search(line)] == []
    for planted in ("2023年年", "（2023年1–10月（推定））", "报告数为约20人", "城镇 (2023)"):
        assert CLUMSY.search(planted), planted


def test_every_message_is_said(listening: Listening, spoken: str) -> None:
    assert spoken
    messages = {message for room in ROOMS for message in marked(room)}
    assert sorted(messages - HEADINGS - FORMULAS - listening.heard) == []


def test_every_state_and_every_evidence_occurs() -> None:
    found = of_promises.EVERY.values()
    assert {result.state for result in found} == set(State)
    assert {result.evidence for result in found} == set(Evidence)
    assert set(TALLIED) == set(State)


def test_what_is_marked_is_found(tmp_path: Path) -> None:
    source = '"""D."""\nA = _("a")\nB = {1: _("b" "c")}\nC = plural("one", "many")\n'
    (tmp_path / "module.py").write_text(source, encoding="utf-8")
    assert sorted(marked(tmp_path)) == ["a", "bc", "many", "one"]
    assert all(list(marked(room)) for room in ROOMS)


def test_no_sentence_has_a_hole(spoken: str) -> None:
    for line in spoken.splitlines():
        assert not set("{}") & set(line), line
        assert "  " not in line, line
        assert not line.endswith(".."), line
