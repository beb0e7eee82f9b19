"""Find the tagged numbers of a page: `<data class="fact" …>219,900 persons</data>`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from minsheng.facts import Formula, How

_TAG = re.compile(r'<data class="fact" (?P<attributes>[^>]*)>(?P<inner>.*?)</data>', re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


@dataclass(frozen=True)
class Tagged:
    """One number as a page shows it; two with the same value and origin are equal.

    `value`, `figures`, `how`, `formula` and `unit` are those of the `Fact` that wrote the tag; a
    published figure has no formula.
    """

    value: str
    figures: tuple[str, ...]
    how: How
    formula: Formula | None
    unit: str
    inner: str = field(compare=False)
    attributes: str = field(compare=False)

    @classmethod
    def read(cls, found: re.Match[str]) -> "Tagged":
        """Read one tag; raises `ValueError` where it is not one that a fact writes."""
        given = {name: unescape(text) for name, text in _ATTRIBUTE.findall(found["attributes"])}
        missing = {"value", "data-figure", "data-how"} - set(given)
        if missing:
            raise ValueError(f"{found[0]} has no {' and no '.join(sorted(missing))}")
        how, formula = How(given["data-how"]), given.get("data-formula", "")
        return cls(
            given["value"],
            tuple(given["data-figure"].split()),
            how,
            Formula(formula) if formula or how is not How.PUBLISHED else None,
            given.get("data-unit", ""),
            found["inner"],
            found["attributes"],
        )


def find_tagged(html: str) -> list[Tagged]:
    """Return every tagged number of `html`; raises `ValueError` like `Tagged.read`."""
    return [Tagged.read(found) for found in _TAG.finditer(html)]


def replace_tagged(html: str, replacement: Callable[[Tagged], str]) -> str:
    """Return `html` with every tagged number replaced; raises `ValueError` like `Tagged.read`."""
    return _TAG.sub(lambda found: replacement(Tagged.read(found)), html)
