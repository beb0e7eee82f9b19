"""Execute what is due and take the rest from the cache; only whole results are moved in."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from minsheng import paths
from minsheng.data import load_book
from minsheng.digests import Inputs
from minsheng.errors import Fault, RunFailure, UsageFault
from minsheng.files import write_whole
from minsheng.run.cache import Cache
from minsheng.run.due import Due, due, longest_first
from minsheng.run.ended import Ended, Failure
from minsheng.run.execute import Execution, Executor
from minsheng.run.parameters import Value, check_parameters
from minsheng.run.plan import Run

# To look at every input again takes as long as a short run.
_KEPT_AT_ONCE = 10


def run_all(
    runs: Sequence[Run],
    given: Mapping[str, Value] | None = None,
    ended: Callable[[Run], None] | None = None,
    how: Executor | None = None,
    inputs: Inputs | None = None,
) -> list[Run]:
    """Bring every run's notebook up to date; return the runs that had to be executed.

    `inputs` are what the plan was made from; nothing is kept that is younger. The rest goes on
    where a run fails. Raises `UsageFault` before anything runs where a parameter is wrong, and
    `RunFailure` with all failures at the end, or where a file was changed in the meantime.
    """
    inputs, cache = inputs or Inputs.take(), Cache.of_checkout()
    report = ended or (lambda _: None)
    waiting = []
    for each in due_runs(runs, given or {}, inputs, cache):
        if each.result is None:
            waiting.append(each)
        else:
            _lay(each.run, each.result)
            report(each.run)
    failures = _execute(longest_first(waiting), how, inputs, cache, report)
    changed = inputs.changed()
    if changed:
        rule = f"These files changed while the notebooks ran: {', '.join(changed)}."
        raise RunFailure(f"{rule} Remedy: run the command again.")
    if failures:
        listed = "\n".join(f"  {failures[run]}" for run in runs if run in failures)
        rule = "Nothing was published; the last good site is as it was."
        remedy = "Remedy: mend the cell named and run the command again."
        raise RunFailure(f"{len(failures)} of {len(runs)} runs failed:\n{listed}\n{rule} {remedy}")
    return [each.run for each in waiting]


def due_runs(
    runs: Sequence[Run], given: Mapping[str, Value], inputs: Inputs, cache: Cache
) -> Iterator[Due]:
    """Yield what is known of each run with the parameters given, in its order.

    Parameters are looked at before the first: raises `UsageFault` where one is wrong.
    """
    return due({run: parameters_of(run, given) for run in runs}, load_book(), inputs, cache)


def _execute(
    waiting: Sequence[Due],
    how: Executor | None,
    inputs: Inputs,
    cache: Cache,
    report: Callable[[Run], None],
) -> dict[Run, Failure]:
    by_run = {each.run: each for each in waiting}
    tasks = {each.run: (each.run.source, each.parameters, each.run.name) for each in waiting}
    failures, done = {}, list[tuple[Due, Ended]]()
    try:
        for run, ending in (how or Execution()).ended(tasks, whole=False):
            if isinstance(ending.result, Failure):
                failures[run] = ending.result
            else:
                _lay(run, ending.result)
                done.append((by_run[run], ending))
            if len(done) == _KEPT_AT_ONCE:
                _keep(done, inputs, cache)
                done = []
            report(run)
    finally:
        _keep(done, inputs, cache)
    return failures


def _keep(done: Sequence[tuple[Due, Ended]], inputs: Inputs, cache: Cache) -> None:
    """Keep what came out for the next build, unless a file was changed in the meantime."""
    if not done or inputs.changed():
        return
    for each, ending in done:
        assert isinstance(ending.result, str)
        cache.keep(each.run.name, each.fingerprint, ending.result, ending.seconds)


def _lay(run: Run, text: str) -> None:
    """Write an executed notebook, unless it is there already."""
    if not run.target.is_file() or run.target.read_bytes() != text.encode():
        write_whole(run.target, text)


def parameters_of(run: Run, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return a run's parameters; those in `Run.own` are what it is stored under.

    Raises `UsageFault` for one that is unknown, ill-typed or at odds with where the run is stored.
    """
    own: dict[str, Value] = run.own
    checked = check_parameters(run.source, {**own, **given})
    other = [name for name, value in own.items() if checked[name] != value]
    if other:
        rule = f"The run {run.name} is stored under its own {' and '.join(other)}."
        remedy = "choose with --year and --lang, or run the notebook itself with papermill"
        value = ", ".join(f"{name}={checked[name]}" for name in other)
        raise UsageFault([Fault(paths.relative(run.source), rule, remedy, value=value)])
    return checked
