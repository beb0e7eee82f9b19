"""One number on a page, tagged with its exact value and the figures it rests on."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from minsheng.data import Unit
from minsheng.facts.formula import Formula


class How(StrEnum):
    """Where a shown number comes from."""

    PUBLISHED = "published"
    RECOMPUTED = "recomputed"
    RECOVERED = "recovered"
    COUNTED = "counted"


@dataclass(frozen=True)
class Fact:
    """A number in one language's form.

    `value` is exact: a plain decimal or fraction, or two of them around `..` for an interval.
    `figures` are the ids of the published figures it rests on. A number that is no published figure
    names its `formula` and, unless it is a plain count, its `unit`. `lang` names the language of
    the text where it is not the page's.
    """

    text: str
    value: str
    figures: tuple[str, ...]
    how: How = How.PUBLISHED
    formula: Formula | None = None
    unit: Unit | None = None
    lang: str = ""

    @property
    def html(self) -> str:
        """The number as a tagged `data` element."""
        attributes = f'class="fact" {self._origin}'
        attributes += f' data-formula="{self.formula}"' if self.formula else ""
        attributes += f' data-unit="{self.unit}"' if self.unit else ""
        if self.lang:
            attributes += f' lang="{escape(self.lang)}"'
        return f"<data {attributes}>{escape(self.text)}</data>"

    @property
    def linked(self) -> str:
        """The number as it stands inside a link, where no card can open."""
        return f'<data class="linked" {self._origin}>{escape(self.text)}</data>'

    @property
    def _origin(self) -> str:
        figures = escape(" ".join(self.figures))
        return f'value="{escape(self.value)}" data-figure="{figures}" data-how="{self.how}"'
