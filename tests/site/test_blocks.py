"""What pages ask for by name: at a glance, findings, editions, rules, words of the data."""

from collections.abc import Callable

from minsheng import paths
from minsheng.commentary.promises import EVIDENCE_NAMES, STATE_NAMES
from minsheng.comparability.guard import CONDITIONS
from minsheng.data import contract, load_book
from minsheng.language import Language
from minsheng.site import glance, rules, vocabulary
from minsheng.site.blocks import BLOCKS
from minsheng.site.here import Here
from minsheng.verdict import Evidence, State

ENGLISH, CHINESE = Language("en"), Language("zh")
HERE = Here(paths.BOOK)


def plain(name: str) -> str:
    return BLOCKS[name](ENGLISH, HERE).plain


def test_at_a_glance_shows_the_newest_evaluated_edition() -> None:
    assert glance.newest_evaluated().year == 2023
    shown = plain("at-a-glance")
    for words in (
        "Five promises on employment were voted for 2023.",
        "Reported up to October 2023",
        "219,900 persons | reached by the cut-off | printed numbers that anyone can recompute",
        "no figure printed | asserted as reached | one sentence, without a figure",
        "100% | stated as reached | a rate, printed without the number behind it",
        "satisfied (满意)",
    ):
        assert words in shown


def test_every_promise_leads_to_its_chapter_from_any_folder() -> None:
    html = glance.at_a_glance(ENGLISH, Here(paths.BOOK, "../")).html(ENGLISH)
    for promise in load_book().edition(2023).promises:
        chapter = load_book().catalogue.measures[promise.measure].chapter
        assert f'href="../2023/{chapter}.html"' in html


def test_findings_say_what_stands_behind_each_result() -> None:
    shown = plain("findings")
    assert "109.925–109.975%" in shown
    assert "at most 92.2% of what the recovered base gives" in shown
    assert "it rests on a statement" in shown
    assert "the result rests on one sentence" in shown
    assert "Two of them can be tested" in shown


def test_every_edition_is_listed_newest_first() -> None:
    years = [row[0].text for row in glance.editions(ENGLISH, HERE).rows]
    assert years == [str(year) for year in sorted(load_book().editions(), reverse=True)]


def test_every_state_and_kind_of_evidence_is_explained_in_order() -> None:
    states = [row[0] for row in rules.states(ENGLISH).rows]
    assert states == [STATE_NAMES[state] for state in State]
    evidence = [row[0] for row in rules.evidence(ENGLISH).rows]
    assert evidence == [EVIDENCE_NAMES[kind] for kind in Evidence]


def test_every_promise_stands_in_one_state() -> None:
    named = " ".join(row[2] for row in rules.states(ENGLISH).rows)
    promises = load_book().promises
    assert promises
    for promise in promises:
        name = load_book().catalogue.measures[promise.measure].name.en
        assert named.count(f"{name} ({promise.edition})") == 1


def test_every_condition_of_the_guard_is_named() -> None:
    assert set(rules.COMPARED) == set(CONDITIONS)
    assert len(rules.comparisons(ENGLISH).rows) == len(CONDITIONS)


def test_every_vocabulary_of_the_contract_is_explained_word_by_word() -> None:
    explained = {tuple(word.value for word in each) for each in vocabulary.MEANINGS}
    apart = {
        "unit",
        "unit_read",
        "language",
        "opinion",
        "result",
    }  # in tables of their own, or no words
    for table in contract.TABLES:
        for column in table.columns:
            if column.vocabulary is not None and column.name not in apart:
                assert column.vocabulary in explained, f"{table.key}.{column.name}"
    for each, meanings in vocabulary.MEANINGS.items():
        assert list(meanings) == list(each)


def test_every_word_stands_with_a_column_that_takes_it() -> None:
    assert all(row[0].text for row in vocabulary.words(ENGLISH).rows)


def test_blocks_leave_translators_alone(build_pages: Callable) -> None:
    page = "# T\n\n" + "".join(f"```{{{name}}}\n```\n\n" for name in BLOCKS)
    built = build_pages("gettext", index=page)
    assert built.warnings == ""
    assert built.text("index.pot").count('\nmsgid "') == 2  # the head of the file, and the title


def test_chinese_tables_have_full_width_marks() -> None:
    states = BLOCKS["states"](CHINESE, HERE).plain
    assert "城镇新增就业（2023年）、" in states
    for name in ("states", "evidence", "comparisons", "opinions", "findings", "at-a-glance"):
        shown = BLOCKS[name](CHINESE, HERE).plain
        assert not set("(),;:") & set(shown), name
