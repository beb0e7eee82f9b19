"""What a promise's result rests on: two printed terms, one, a sentence, or nothing."""

from minsheng.data import Claim, Evidence, Role
from minsheng.indicators import Promised


def evidence_of(promised: Promised) -> Evidence:
    """Return the strongest evidence published: both terms, one term, a sentence, nothing."""
    counted_all = promised.actual is not None and promised.promise.claim is Claim.ALL
    if counted_all or (promised.actual is not None and promised.target is not None):
        return Evidence.RECOMPUTABLE
    reached = {Role.ACTUAL, Role.COVERAGE_PCT, Role.COMPLETION_PCT}
    if any(figure.role in reached for figure in promised.figures):
        return Evidence.STATED
    return Evidence.NONE if promised.promise.claim is None else Evidence.ASSERTED
