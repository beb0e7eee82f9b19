"""A sentence with tagged numbers, as HTML and as plain text."""

from collections.abc import Iterable
from dataclasses import dataclass

from minsheng.facts import Fact
from minsheng.language import Language


@dataclass(frozen=True)
class Sentence:
    """One sentence; `html` carries the tags, `plain` the same words without."""

    html: str
    plain: str

    @property
    def paragraph(self) -> str:
        """The sentence as a paragraph of a page, in HTML."""
        return f'<p class="finding">{self.html}</p>'


def verbatim(lang: Language, words: str) -> Sentence:
    """Return words of the data as they stand there, as a sentence without a number to tag."""
    return Sentence(lang.markup(words), words)


def compose(lang: Language, message: str, **slots: Fact | Sentence | str) -> Sentence:
    """Translate a marked message and fill its slots; text is escaped, facts are tagged.

    Raises `KeyError` where the message names a slot that is not given.
    """
    template = lang.text(message)
    filled = {name: _slot(lang, slot) for name, slot in slots.items()}
    tagged = {name: slot.html for name, slot in filled.items()}
    plain = {name: slot.plain for name, slot in filled.items()}
    return Sentence(lang.markup(template).format(**tagged), template.format(**plain))


def _slot(lang: Language, slot: Fact | Sentence | str) -> Sentence:
    if isinstance(slot, Sentence):
        return slot
    if isinstance(slot, Fact):
        return Sentence(slot.html, slot.text)
    return verbatim(lang, slot)


def joined(lang: Language, sentences: Iterable[Sentence]) -> Sentence:
    """Join sentences to one text, with a space between them where the language has one."""
    said = list(sentences)
    html, plain = (each.html for each in said), (each.plain for each in said)
    return Sentence(lang.sentences(html), lang.sentences(plain))


def itemised(sentences: Iterable[Sentence]) -> Sentence:
    """Return sentences as a list, an item for each."""
    said = list(sentences)
    items = "".join(f"<li>{each.html}</li>" for each in said)
    plain = "\n".join(f"- {each.plain}" for each in said)
    return Sentence(f'<ul class="findings">{items}</ul>', plain)


def begin(name: str) -> str:
    """Return a name as it begins a sentence."""
    return name[:1].upper() + name[1:]
