"""Promises that follow from an umbrella: one promise that stands for several measures.

A list of projects may name a project (促进就业创业) before any target is published. Its measure
says in the catalogue what it `covers`; a target published later on a covered measure is then a
promise, though no row of its own says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from minsheng.data.entries import Catalogue
from minsheng.data.model import Figure, Promise
from minsheng.data.vocabulary import PromiseType, Role


def covered_measures(promises: Iterable[Promise], catalogue: Catalogue) -> Iterator[str]:
    """Yield the measures that umbrella promises stand for."""
    for promise in promises:
        measure = catalogue.measures.get(promise.measure)
        yield from measure.covers if measure is not None else ()


def with_covered(
    promises: Iterable[Promise], figures: Iterable[Figure], catalogue: Catalogue
) -> tuple[Promise, ...]:
    """Return the promises in their order, each umbrella followed by those that its targets imply.

    Implied promises stand in the order of the catalogue, take the measure's name as their text and
    point to the target's source.
    """
    voted = sorted(promises, key=lambda promise: promise.ordinal)
    own = {promise.measure for promise in voted}
    targets = {each.measure: each for each in figures if each.role is Role.TARGET}
    found: list[Promise] = []
    for promise in voted:
        found.append(promise)
        covered = set(catalogue.measures[promise.measure].covers)
        for key in catalogue.measures:
            if key in covered and key in targets and key not in own:
                found.append(_implied(promise, targets[key], catalogue))
    return tuple(
        replace(promise, ordinal=ordinal) for ordinal, promise in enumerate(found, start=1)
    )


def _implied(umbrella: Promise, target: Figure, catalogue: Catalogue) -> Promise:
    measure = catalogue.measures[target.measure]
    return replace(
        umbrella,
        promise_id=f"{umbrella.edition}.{measure.key}",
        text=measure.name,
        type=PromiseType.QUANTITY,
        measure=measure.key,
        claim=None,
        claim_locator="",
        source=target.source,
        locator=target.locator,
        note=target.note,
    )
