"""One golden sentence, and a language that remembers which messages it was asked for."""

from dataclasses import dataclass, field
from fractions import Fraction

from minsheng.commentary import Sentence
from minsheng.language import Language, Plural


@dataclass(frozen=True)
class Case:
    """What was asked (a function of the commentary), of which row, and what was said."""

    asked: str
    row: str
    said: Sentence | str | None

    @property
    def line(self) -> str:
        """The case as a line of the file; silence is written as such."""
        words = self.said.plain if isinstance(self.said, Sentence) else self.said
        return f"[{self.row}] {'(nothing)' if words is None else words}"


@dataclass(frozen=True)
class Listening(Language):
    """A language that remembers every message it was asked for, plural forms one by one."""

    heard: set[str] = field(default_factory=set, compare=False)

    def text(self, message: str) -> str:
        self.heard.add(message)
        return super().text(message)

    def plural(self, message: Plural, count: int | Fraction) -> str:
        self.heard.add(message.one if count == 1 else message.many)
        return super().plural(message, count)
