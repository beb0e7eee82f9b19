"""Sentences side by side keep their tags in HTML and their words as text."""

from minsheng.commentary import Sentence, itemised, verbatim
from minsheng.language import Language

SAID = (Sentence("<b>One</b> &amp; all.", "One & all."), Sentence("Two.", "Two."))


def test_a_list_has_an_item_for_each_sentence() -> None:
    whole = itemised(iter(SAID))
    assert whole.html == ('<ul class="findings"><li><b>One</b> &amp; all.</li><li>Two.</li></ul>')
    assert whole.plain == "- One & all.\n- Two."


def test_words_of_the_data_are_escaped_as_html_and_stand_as_they_are() -> None:
    said = verbatim(Language("en"), "a < b")
    assert (said.paragraph, said.plain) == ('<p class="finding">a &lt; b</p>', "a < b")
