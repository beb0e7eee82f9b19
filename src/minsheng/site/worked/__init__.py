"""Calculations of the method carried through on published figures, for the prose pages."""

from collections.abc import Callable, Mapping

from minsheng.language import Language
from minsheng.site.worked import audits, counts, promises, readings, recovered
from minsheng.site.worked.worked import Worked, unknown

CALCULATIONS: Mapping[str, Callable[[Language, str], Worked]] = {
    "enclosure": readings.enclosure,
    "truncation": readings.truncation,
    "completion": promises.completion,
    "gap": promises.gap,
    "elapsed": promises.elapsed,
    "even-spread": promises.against_even_spread,
    "flip": promises.flip,
    "base": recovered.base,
    "ambition": recovered.ambition,
    "ratio": recovered.divided,
    "ratio-earlier": recovered.earlier,
    "ratio-change": recovered.change,
    "target": recovered.target,
    "narrowed": recovered.narrowed,
    "share-of-year": recovered.part_of_year,
    "audit": audits.carried_through,
    "naive": audits.naive,
    "force": audits.force,
    "count": counts.count,
}


def work(lang: Language, request: str) -> Worked:
    """Carry out a request like `completion 2023.urban_new_jobs`.

    Raises `UsageFault` for an unknown calculation or subject.
    """
    name, __, subject = request.strip().partition(" ")
    if name not in CALCULATIONS:
        raise unknown("There is no such calculation.", name, CALCULATIONS)
    return CALCULATIONS[name](lang, subject.strip())


__all__ = ["CALCULATIONS", "Worked", "work"]
