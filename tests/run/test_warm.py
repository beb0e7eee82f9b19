"""The warm engine: the same bytes as a kernel, nothing left over, no dead build for a dead run."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import papermill
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from papermill.exceptions import PapermillExecutionError

from minsheng import paths
from minsheng.data import load_book
from minsheng.run import plan
from minsheng.run.child import Died, Raised, in_children
from minsheng.run.ended import Failure
from minsheng.run.engine import Engine
from minsheng.run.execute import Execution, executed_side_by_side, surroundings
from minsheng.run.notebook import executed

TIMES = ("start_time", "end_time", "duration")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
PARAMETERS = 'year: int = 2023  # edition\nlang: str = "en"  # language'
LEAVE = (
    "import os, random, matplotlib as mpl, numpy as np\n"
    "left = 1\n"
    "mpl.rcParams['font.size'] = 99\n"
    "os.environ['LEFT'] = '1'\n"
    "os.chdir('/')\n"
    "random.seed(1); np.random.seed(1)"
)
LOOK = (
    "import os, random, matplotlib as mpl\n"
    "('left' in globals(), mpl.rcParams['font.size'] == 99, 'LEFT' in os.environ,"
    " os.getcwd() == '/', random.random() == random.Random(1).random())"
)

# What a kernel does for a notebook beside running its code.
KERNELS_OWN = {
    "an output that is renewed later": (
        "from IPython.display import clear_output, display, update_display\n"
        "display({'text/plain': 'first'}, raw=True, display_id='one')",
        "update_display({'text/plain': 'second'}, raw=True, display_id='one')",
    ),
    "outputs that are cleared": (
        "print('gone'); clear_output(); 1",
        "display(2); clear_output(wait=True); display({'text/plain': '3'}, raw=True)",
    ),
    "data that JSON has no form for": (
        "class Shown:\n"
        "    def _repr_mimebundle_(self, **_):\n"
        "        return {'text/plain': 'shown', 'application/json': {'pair': (1, 2)}}, {'a': {}}\n"
        "Shown()",
    ),
    "a loop of events": (
        "import asyncio\nawait asyncio.sleep(0)\nasyncio.get_running_loop().is_running()",
        "asyncio.get_running_loop().is_running()",
    ),
    "magics": ("%matplotlib inline", "%%html\n<b>bold</b>", "from matplotlib import pyplot as plt"),
    "a figure of pyplot's": ("plt.plot([1, 2]);",),
    "the shell": (
        "shell = get_ipython()\nshell.user_ns is globals(), shell.execution_count, In[-1]",
        "shell.get_parent()['header']['msg_type'], type(shell.kernel.comm_manager).__name__",
    ),
    "no answer to a question": (
        "def asked(ask):\n"
        "    try:\n        return ask()\n"
        "    except Exception as error:\n        return type(error).__name__",
        "from getpass import getpass\nasked(input), asked(getpass)",
    ),
    "the results of cells": ("1\n2", "_, _ + 1, Out[max(Out)]"),
}
WRONG = ("%no_such_magic", "%%no_such_magic\n1", "1 +", "raise SystemExit('words')", "Wrong()")
UNSHOWABLE = "class Wrong:\n    def _repr_html_(self):\n        return 1 / 0"


def notebook(folder: Path, name: str, *code: str) -> Path:
    cells = [
        new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        *(new_code_cell(each) for each in code),
    ]
    path = folder / f"{name}.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": KERNEL}), path)
    return path


def run(path: Path, engine: Engine = Engine.WARM, jobs: int = 1) -> str | Failure:
    how = Execution(engine, jobs)
    ((_, text),) = executed_side_by_side({path: (path, {"year": 2023}, path.stem)}, how)
    return text


def plain(text: str | Failure) -> str:
    assert isinstance(text, str), text
    (output,) = json.loads(text)["cells"][-1]["outputs"]
    return "".join(output["data"]["text/plain"])


@pytest.mark.slow
def test_both_engines_give_the_same_bytes() -> None:
    newest = {(run.chapter, run.lang): run for run in plan(load_book())}
    tasks = {run.name: (run.source, run.own, run.name) for run in newest.values()}
    warm = dict(executed_side_by_side(tasks, Execution(Engine.WARM)))
    kernel = dict(executed_side_by_side(tasks, Execution(Engine.KERNEL)))
    assert warm.keys() == kernel.keys() == tasks.keys()
    for name, text in kernel.items():
        assert isinstance(text, str), text
        assert warm[name] == text, name


def test_both_engines_do_what_a_kernel_does(tmp_path: Path) -> None:
    path = notebook(tmp_path, "own", *(code for cells in KERNELS_OWN.values() for code in cells))
    warm, kernel = run(path), run(path, Engine.KERNEL)
    assert isinstance(kernel, str), kernel
    assert warm == kernel
    outputs = [cell.get("outputs") for cell in json.loads(kernel)["cells"]]
    assert sum(len(each) for each in outputs if each) > len(KERNELS_OWN)


def test_both_engines_name_the_same_failure(tmp_path: Path) -> None:
    tasks = {
        code: (notebook(tmp_path, str(place), UNSHOWABLE, code), {"year": 2023}, code)
        for place, code in enumerate(WRONG)
    }
    warm = dict(executed_side_by_side(tasks, Execution(Engine.WARM)))
    kernel = dict(executed_side_by_side(tasks, Execution(Engine.KERNEL)))
    for code, failure in kernel.items():
        assert isinstance(failure, Failure), code
        assert warm[code] == failure


def recorded(path: Path, out: Path, engine: str | None) -> list[object]:
    """Return what papermill wrote of a run that fails, but its times."""
    with surroundings(), pytest.raises(PapermillExecutionError) as caught:
        papermill.execute_notebook(path, out, engine_name=engine, progress_bar=False)
    told: list[object] = [str(caught.value)]
    for cell in nbformat.read(out, 4).cells:
        cell.metadata.pop("execution", None)
        record = cell.metadata.get("papermill", {})
        timed = [name for name in TIMES if record.pop(name, None) is not None]
        told.append((cell.source, cell.metadata, cell.get("outputs"), timed))
    return told


def test_papermill_records_the_same_of_both_engines(tmp_path: Path) -> None:
    path = notebook(tmp_path, "fails", "print(1)", "# papermill_description=words\n1 / 0", "2")
    warm, kernel = (recorded(path, tmp_path / "out.ipynb", name) for name in ("warm", None))
    assert warm == kernel


def test_nothing_leaks_into_the_next_run(tmp_path: Path) -> None:
    nothing = "(False, False, False, False, False)"
    assert plain(run(notebook(tmp_path, "look", LOOK))) == nothing
    tasks = {
        name: (notebook(tmp_path, name, code), {"year": 2023}, name)
        for name, code in (("leave", LEAVE), ("look_again", LOOK))
    }
    texts = dict(executed_side_by_side(tasks, Execution(Engine.WARM, jobs=1)))
    assert plain(texts["look_again"]) == nothing


def test_a_cell_that_raises_is_named(tmp_path: Path) -> None:
    failure = run(notebook(tmp_path, "raises", "1 / 0"))
    assert isinstance(failure, Failure)
    assert str(failure) == "raises, cell 3: ZeroDivisionError: division by zero"


def test_a_child_that_dies_is_a_failed_run(tmp_path: Path) -> None:
    tasks = {
        name: (notebook(tmp_path, name, code), {"year": 2023}, name)
        for name, code in (("dies", "import os; os.kill(os.getpid(), 9)"), ("lives", "1 + 1"))
    }
    texts = dict(executed_side_by_side(tasks, Execution(Engine.WARM, jobs=2)))
    assert "signal 9" in str(texts["dies"])
    assert plain(texts["lives"]) == "2"


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def fail() -> None:
    raise ValueError("planted")


def test_children_end_with_the_caller() -> None:
    began = time.monotonic()
    for key, result in in_children(sleep, [("short", (0.0,)), ("long", (60.0,))], jobs=2):
        assert (key, result) == ("short", 0.0)
        break
    assert time.monotonic() - began < 50


def leave(path: Path) -> None:
    path.touch()


def test_the_next_begins_before_the_caller_is_done_with_one(tmp_path: Path) -> None:
    tasks = [(name, (tmp_path / name,)) for name in ("first", "second")]
    ended = in_children(leave, tasks, jobs=1)
    assert next(ended)[0] == "first"
    until = time.monotonic() + 30
    while not (tmp_path / "second").exists():
        assert time.monotonic() < until, "the second waits for the caller"
        time.sleep(0.01)
    assert [name for name, _ in ended] == ["second"]


def test_work_that_raises_says_so() -> None:
    ((_, result),) = in_children(fail, [("", ())], jobs=1)
    assert isinstance(result, Raised)
    assert str(result) == "ValueError: planted"
    assert not isinstance(result, Died)


def test_a_cell_without_end_is_stopped(tmp_path: Path) -> None:
    path = notebook(tmp_path, "hangs", "while True: pass")
    command = [sys.executable, "-m", "papermill", "--engine", "warm", "--execution-timeout", "2"]
    done = subprocess.run(
        [*command, str(path), str(tmp_path / "out.ipynb")],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
        env={**os.environ, "JUPYTER_PATH": ""},
    )
    assert done.returncode != 0
    assert "timed out" in done.stderr.lower() or "timeout" in done.stderr.lower()


def test_plain_papermill_runs_every_engine(tmp_path: Path) -> None:
    source = paths.NOTEBOOKS / "gig_markets.ipynb"
    out = tmp_path / "out.ipynb"
    command = [sys.executable, "-m", "papermill", "--engine", "warm", str(source), str(out)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=200
    )
    assert done.returncode == 0, done.stderr
    stored = executed(source, {}, "gig_markets", Engine.KERNEL)
    assert isinstance(stored, str)
    outputs = [cell.get("outputs") for cell in nbformat.read(out, 4).cells]
    data = [each["data"]["text/plain"] for cell in outputs if cell for each in cell]
    kept = [
        "".join(each["data"]["text/plain"])
        for cell in json.loads(stored)["cells"]
        for each in cell.get("outputs", [])
    ]
    assert data == kept
