"""Which figures the audit tests, and by which of its lines."""

from collections.abc import Iterable, Iterator

from minsheng.audit import Audit


def lines_by_figure(audits: Iterable[Audit]) -> dict[str, tuple[str, ...]]:
    """Return for every figure that is tested the lines that test it.

    A line is named by the id of the percentage that it tests, a relation by its key. A percentage
    that cannot be tested, because an input is not printed, tests nothing.
    """
    tests: dict[str, tuple[str, ...]] = {}
    for name, figure_id in (pair for found in audits for pair in _tested(found)):
        known = tests.get(figure_id, ())
        if name not in known:
            tests[figure_id] = (*known, name)
    return tests


def _tested(found: Audit) -> Iterator[tuple[str, str]]:
    for line in found.tested:
        for figure in (line.printed, *line.inputs):
            yield line.printed.figure_id, figure.figure_id
    for relation in found.relations:
        for figure in relation.inputs:
            yield relation.relation.key, figure.figure_id
