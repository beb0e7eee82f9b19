"""Cards: every number opens one, each says what it rests on, and an unknown figure is named."""

from fractions import Fraction
from html import unescape
from pathlib import Path
from re import findall, sub

import pytest

from minsheng import paths
from minsheng.data import Figure, load_book
from minsheng.errors import RunFailure
from minsheng.facts import Fact, Formula, How, counted, published, threshold, votes
from minsheng.language import Language
from minsheng.site import build as build_module
from minsheng.site.card import Cards
from minsheng.site.cards import add_cards, faults
from minsheng.site.tagged import find_tagged

ENGLISH = Language("en")


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(ENGLISH, load_book(), lambda figure: f"../data.html#{figure.anchor}")


def figure(cards: Cards, figure_id: str) -> Figure:
    return cards.book.figure_by_id[figure_id]


def said(cards: Cards, fact: Fact) -> dict[str, str]:
    (tagged,) = find_tagged(fact.html)
    rows = cards.card(tagged).rows
    return {term: unescape(sub("<[^>]*>", "", html)) for term, html in rows}


def test_no_line_breaks_between_a_number_and_its_stop(cards: Cards) -> None:
    fact = published(ENGLISH, figure(cards, "2023.urban_new_jobs.actual")).html
    html = add_cards(f"<p>{fact}, and {fact} more: {fact}。</p>", cards)
    kept = findall(r'<span class="fact-stopped">(.*?)</span>', html)
    assert [sub("<[^>]*>", "", each) for each in kept] == ["219,900 persons,", "219,900 persons。"]
    assert "</data> more" in html


def test_a_long_number_is_pressed_at_its_digits_so_that_its_line_can_break(cards: Cards) -> None:
    fact = published(ENGLISH, figure(cards, "2023.gig_market_districts.actual")).html
    html = add_cards(f"<p>{fact}, which is all.</p>", cards)
    assert ">10</button> districts, counties and county-level cities</data>, which" in html
    assert "fact-stopped" not in html


def test_a_published_number_says_all_that_is_known_of_it(cards: Cards) -> None:
    assert said(cards, published(ENGLISH, figure(cards, "2023.urban_new_jobs.actual"))) == {
        "As printed": "21.99万",
        "Value": "219,900 persons",
        "Range": "219,850–219,950 persons",
        "Unit": "persons, as printed",
        "Period": "January to October 2023, as the source states",
        "Origin": "published: it stands in the source",
        "Reported by": "Municipal Human Resources and Social Security Bureau (self-reported)",
        "Source": "Evaluation report on the completion of the 2023 municipal livelihood projects "
        "in employment and entrepreneurship (grade A, official body)",
        "Place": "part 3(1), paragraph 1, sentence 1",
        "Row": "2023.urban_new_jobs.actual",
    }


@pytest.mark.parametrize(
    ("figure_id", "reporter"),
    [
        ("2021.urban_new_jobs.actual", "Municipal Human Resources and Social Security Bureau"),
        ("2020.urban_new_jobs.actual", "not named in the sources"),
        ("2016.urban_new_jobs.actual", "not named in the sources"),
        ("100000.2023.urban_new_jobs.actual", "not named in the sources"),
        ("330000.2023.urban_new_jobs.actual", "not named in the sources"),
        ("330000.2023.resident_population.actual", "The statistical authorities"),
    ],
)
def test_nobody_is_said_to_report_what_no_source_says_they_did(
    cards: Cards, figure_id: str, reporter: str
) -> None:
    named = said(cards, published(ENGLISH, figure(cards, figure_id)))["Reported by"]
    assert named.partition(" (")[0] == reporter


@pytest.mark.parametrize(
    ("figure_id", "term", "words"),
    [
        ("2023.urban_new_jobs.target", "Range", "exactly 200,000 persons"),
        ("2023.disabled_employment.actual", "Range", "exactly 779 persons"),
        ("2023.unemployment_benefits.actual", "Range", "at least 1,400,000,000 yuan"),
        ("2023.unemployment_benefits.actual", "As printed", "14亿, hedged: more than …"),
        ("2023.recruitment_posts.actual", "Range", "at most 74,000 posts"),
        ("2023.recruitment_posts.actual", "Period", "not stated in the source"),
        ("2023.gig_markets.actual", "Period", "up to October 2023, inferred from its context"),
    ],
)
def test_range_hedge_and_period(cards: Cards, figure_id: str, term: str, words: str) -> None:
    assert said(cards, published(ENGLISH, figure(cards, figure_id)))[term] == words


def test_a_recovered_number_says_how_it_follows(cards: Cards) -> None:
    ids = ("2023.urban_new_jobs.actual", "2023.urban_new_jobs.yoy_pct")
    value = "4397000000/20269..4399000000/20267"
    fact = Fact("216,900–217,100 persons", value, ids, How.RECOVERED, Formula.BASE, "person")
    rows = said(cards, fact)
    assert rows["Value"] == "216,932.26–217,052.36 persons"
    assert Fraction(4397000000, 20269) >= Fraction("216932.26")
    assert Fraction(4399000000, 20267) <= Fraction("217052.36")
    assert rows["Exactly"] == "4,397,000,000/20,269–4,399,000,000/20,267 persons"
    assert rows["Formula"] == "reported ÷ (1 + growth ÷ 100)"
    assert rows["From"].startswith("new urban jobs: reported 219,900 persons, printed 21.99万;")
    assert "growth on the year before 1.34%, printed 1.34%" in rows["From"]


def test_a_count_without_figures_comes_from_the_data(cards: Cards) -> None:
    assert said(cards, counted(ENGLISH, 5)) == {
        "Value": "5",
        "Origin": "counted by this book",
        "From": "counted from the data of this book",
    }


def test_votes_name_the_source_of_the_body_that_voted(cards: Cards) -> None:
    rows = said(cards, votes(ENGLISH, 28))
    assert rows["Value"] == "28"
    assert rows["Origin"] == "published: it stands in the source"
    titles = {each.source_id: each.title.en for each in cards.book.sources}
    assert all(titles[vote.source] in rows["Source"] for vote in cards.book.votes)


def test_a_threshold_that_others_printed_has_a_card(cards: Cards) -> None:
    rows = said(cards, threshold(ENGLISH, Fraction("0.005")))
    assert (rows["Value"], rows["Origin"]) == ("0.5%", "published: it stands in the source")
    assert rows["Source"].startswith("Progress Measurement for Canada's")


def test_equal_numbers_share_a_card(cards: Cards) -> None:
    target = published(ENGLISH, figure(cards, "2023.urban_new_jobs.target"))
    bare = published(ENGLISH, figure(cards, "2023.urban_new_jobs.target"), unit=False)
    actual = published(ENGLISH, figure(cards, "2023.urban_new_jobs.actual"))
    html = add_cards(f"<p>{target.html} {actual.html} {bare.html}</p>", cards)
    assert findall('popovertarget="(fact-[0-9]+)" data-note', html) == [
        "fact-1",
        "fact-2",
        "fact-1",
    ]
    assert findall('<div class="fact-card" id="(fact-[0-9]+)" popover', html) == [
        "fact-1",
        "fact-2",
    ]
    assert html.count("<data ") == html.count("</data>") == 3


def test_a_page_without_numbers_has_no_cards(cards: Cards) -> None:
    assert add_cards("<p>In words.</p>", cards) == "<p>In words.</p>"


def test_an_unknown_figure_is_named_with_its_page(cards: Cards) -> None:
    fact = Fact("7", "7", ("2023.nothing.actual", "2023.urban_new_jobs.target"))
    (fault,) = faults("2023/overview", fact.html, cards)
    assert (fault.file, fault.value) == ("2023/overview", "2023.nothing.actual")


@pytest.mark.parametrize(
    "tag",
    [
        '<data class="fact" value="7" data-how="published">7</data>',
        '<data class="fact" value="7" data-figure="" data-how="guessed">7</data>',
        '<data class="fact" value="7" data-figure="" data-how="recomputed">7</data>',
    ],
)
def test_a_tag_that_no_fact_wrote_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=r"data-figure|guessed|Formula"):
        find_tagged(tag)


def test_an_unknown_figure_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "_config.yml").write_text(
        (paths.ROOT / "_config.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "_toc.yml").write_text("format: jb-book\nroot: index\n", encoding="utf-8")
    number = Fact("7 persons", "7", ("2023.nothing.actual",)).html
    (folder / "index.md").write_text(f"# T\n\nThere were {number}.\n", encoding="utf-8")
    monkeypatch.setattr(build_module, "stage", lambda _: folder)
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    with pytest.raises(RunFailure, match=r"index, value '2023\.nothing\.actual'"):
        build_module.build("en")
