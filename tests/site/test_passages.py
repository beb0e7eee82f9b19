"""What a search looks through: the words that readers see, each with the way to them."""

from minsheng.site.passages import read_passages

PAGE = """<html><body><nav>Elsewhere</nav><article class="bd-article">
<section id="jobs"><h1>New urban jobs<a class="headerlink" href="#jobs">#</a></h1>
<p>Was <data class="fact" value="219900" data-figure="f" data-how="published"><button
type="button">219,900 persons</button></data>, or <data class="fact" value="1..2">1–2</data>.</p>
<details class="hide above-input"><summary>Code</summary><div class="highlight">page.say()</div>
</details><svg><title>A drawing</title></svg><math><mi>a</mi></math>
<section id="why"><h2>Why<br>so</h2><p>零工<span>市场</span></p>
<table><tr id="figure-a"><th>first</th><td>1</td></tr><tr><td>second</td></tr></table></section>
</section><div class="fact-cards">As printed</div></article><footer>Foot</footer></body></html>"""


def test_passages_begin_at_headings_and_at_rows_with_an_address() -> None:
    found = [(each.anchor, each.heading) for each in read_passages(PAGE)]
    assert found == [("jobs", "New urban jobs"), ("why", "Whyso"), ("figure-a", "Whyso")]


def test_only_what_is_read_is_kept() -> None:
    texts = [each.text for each in read_passages(PAGE)]
    assert texts == ["Was 219,900 persons, or 1–2.", "零工市场", "first 1 second"]


def test_exact_values_are_kept_where_they_are_one_number() -> None:
    assert [each.numbers for each in read_passages(PAGE)] == [["219900"], [], []]


def test_published_figures_are_kept_by_their_id() -> None:
    assert [each.figures for each in read_passages(PAGE)] == [["f"], [], []]


def test_a_page_without_an_article_has_none() -> None:
    assert read_passages("<html><body><h1>T</h1></body></html>") == []


def test_marks_within_an_attribute_or_a_comment_are_no_tags() -> None:
    inside = '<p title="a > b" id="x">1 &lt; 2<!-- <p>not</p> --> &amp; 3</p>'
    page = f'<article class="bd-article"><h1>T</h1>{inside}</article>'
    assert [each.text for each in read_passages(page)] == ["1 < 2 & 3"]
