"""What a chapter may know of the figures, piece by piece: the rule behind its fingerprint.

A chapter reads the figures of the measures it declares, in its own edition, in others and in the
context. Of all other figures of its edition it may know that they exist, what they are about and
which sources they stand in, but no value. `tests/run/test_fingerprint.py` alters all that a chapter
may not know, and its notebook stays the same.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from minsheng.data.edition import View
from minsheng.data.model import HOME_REGION, Figure
from minsheng.data.vocabulary import Role


def known_figures(view: View) -> dict[str, str]:
    """Return the figures that a view opens as text, by name, and two pieces on all of them.

    The line on which a figure stands does not count, its place among the others does.
    """
    edition = view.edition
    held = {"own": edition.figures, "other": edition.others, "context": edition.context}
    found = {
        f"figure {figure.figure_id}": f"{where} {_written(figure)}"
        for where, figures in held.items()
        for figure in figures.values()
        if figure.measure in view.chapter.reads
    }
    return {
        **found,
        "order of figures": " ".join(found),
        "kinds of figures": _kinds(edition.figures.values()),
    }


def known_across(figures: Iterable[Figure], promised: Collection[str]) -> dict[str, str]:
    """Return the figures that a chapter across the years opens as text, by name, and their order.

    It sets side by side what has a target at home or a figure elsewhere, and says where the
    `promised` measures stood; it knows nothing else.
    """
    held = list(figures)
    at_home = {each.measure for each in held if each.region == HOME_REGION and _is_target(each)}
    elsewhere = {each.measure for each in held if each.region != HOME_REGION}
    measures = {*at_home, *elsewhere, *promised}
    found = {
        f"figure {figure.figure_id}": _written(figure)
        for figure in held
        if figure.measure in measures
    }
    return {**found, "order of figures": " ".join(found)}


def _is_target(figure: Figure) -> bool:
    return figure.role is Role.TARGET


@lru_cache(maxsize=4096)
def _written(figure: Figure) -> str:
    """Write a figure out; each is seen by several chapters."""
    columns = {name: value for name, value in vars(figure).items() if name not in ("file", "row")}
    return repr(columns)


def _kinds(figures: Iterable[Figure]) -> str:
    return repr(sorted({(each.measure, each.role.value, each.source) for each in figures}))
