"""Relations between measures: what holds, what contradicts, what is only remarkable."""

from dataclasses import replace

import pytest

from minsheng.audit.relations import Finding, related
from minsheng.data import Bilingual, Edition, Form, Nature, Relation, load_book

EDITION = load_book().edition(2023)
PART, WHOLE, OTHER = "gig_market_districts", "gig_markets", "gig_stations"


def edition(printed: dict[str, str], nature: Nature, form: Form) -> Edition:
    parts = tuple(key for key in printed if key != WHOLE)
    relation = Relation("made", nature, form, parts, WHOLE, Bilingual("why", "理由"))
    figures = {
        f"2023.{key}.actual": replace(EDITION.figures[f"2023.{key}.actual"], printed=digits)
        for key, digits in printed.items()
    }
    catalogue = replace(EDITION.catalogue, relations={"made": relation})
    return replace(EDITION, figures=figures, catalogue=catalogue)


@pytest.mark.parametrize(
    ("nature", "form", "printed", "finding"),
    [
        (Nature.DEFINITIONAL, Form.AT_MOST, {PART: "10", WHOLE: "10"}, Finding.HOLDS),
        (Nature.DEFINITIONAL, Form.AT_MOST, {PART: "11", WHOLE: "10"}, Finding.CONTRADICTED),
        (Nature.PLAUSIBLE, Form.AT_MOST, {PART: "11", WHOLE: "10"}, Finding.REMARKABLE),
        (Nature.DEFINITIONAL, Form.SUM, {PART: "4", OTHER: "6", WHOLE: "10"}, Finding.HOLDS),
        (Nature.DEFINITIONAL, Form.SUM, {PART: "4", OTHER: "7", WHOLE: "10"}, Finding.CONTRADICTED),
    ],
)
def test_finding(nature: Nature, form: Form, printed: dict[str, str], finding: Finding) -> None:
    (found,) = related(edition(printed, nature, form).view("gig_markets"))
    assert found.finding is finding


def test_rounding_leaves_a_relation_open() -> None:
    made = edition({PART: "1.1", WHOLE: "1.1"}, Nature.DEFINITIONAL, Form.AT_MOST)
    rounded = {key: replace(each, scale=10_000) for key, each in made.figures.items()}
    (found,) = related(replace(made, figures=rounded).view("gig_markets"))
    assert found.finding is Finding.OPEN


def test_a_sum_of_rounded_parts_stays_open() -> None:
    made = edition({PART: "0.5", OTHER: "0.6", WHOLE: "1.1"}, Nature.DEFINITIONAL, Form.SUM)
    rounded = {key: replace(each, scale=10_000) for key, each in made.figures.items()}
    (found,) = related(replace(made, figures=rounded).view("gig_markets"))
    assert found.finding is Finding.OPEN


def test_figures_of_different_periods_are_not_set_against_each_other() -> None:
    made = edition({PART: "11", WHOLE: "10"}, Nature.DEFINITIONAL, Form.AT_MOST)
    key = f"2023.{WHOLE}.actual"
    undated = {**made.figures, key: replace(made.figures[key], period=None)}
    (found,) = related(replace(made, figures=undated).view("gig_markets"))
    assert found.finding is Finding.DIFFERENT_PERIODS


def test_a_relation_with_a_figure_missing_is_not_tested() -> None:
    made = edition({PART: "10", WHOLE: "10"}, Nature.DEFINITIONAL, Form.AT_MOST)
    figures = {key: each for key, each in made.figures.items() if each.measure != WHOLE}
    assert list(related(replace(made, figures=figures).view("gig_markets"))) == []
