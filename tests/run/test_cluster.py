"""A cluster brings the same bytes as this machine, whatever happens to its workers, or says why."""

import json
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from minsheng import paths
from minsheng.data import load_book
from minsheng.digests import Inputs
from minsheng.errors import ClusterFault, Exit
from minsheng.run import Cache, Engine, Execution, Failure, Run, due_runs, plan, run_all
from minsheng.run import cluster as at_work
from minsheng.run.cluster import Cluster
from minsheng.run.due import UNCHANGED
from minsheng.run.execute import Task
from minsheng.run.host import answer, ended, request, serve
from minsheng.run.remote import Bundled, differences
from run.workers import Machines, await_that, environment, machines

CHAPTERS = ("urban_new_jobs", "audit", "trends")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return environment(tmp_path_factory.mktemp("python") / "lock")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, python: Path) -> Iterator[Machines]:
    """Start a cluster of two workers."""
    with machines(tmp_path_factory.mktemp("cluster")) as made:
        for name in ("alpha", "beta"):
            made.start(name, python)
        for name in ("alpha", "beta"):
            made.await_worker(name)
        yield made


def scratch(folder: Path, name: str, code: str) -> Task:
    path = folder / f"{name}.ipynb"
    notebook = new_notebook(cells=[new_code_cell(code)], metadata={"kernelspec": KERNEL})
    nbformat.write(notebook, path)
    return path, {}, name


def plain(text: str | Failure) -> str:
    assert isinstance(text, str), text
    (output,) = json.loads(text)["cells"][-1]["outputs"]
    return "".join(output["data"]["text/plain"])


def test_the_workers_have_nothing_of_the_book(python: Path) -> None:
    done = subprocess.run([python, "-c", "import minsheng"], capture_output=True, text=True)
    assert "No module named 'minsheng'" in done.stderr


def brought(runs: list[Run], how: Cluster | Execution, folder: Path) -> dict[str, bytes]:
    """Return what is laid down by runs that nothing is kept of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "EXECUTED", folder / "executed")
        patch.setattr(paths, "CACHE", folder / "cache")
        assert len(run_all(runs, how=how)) == len(runs)
        again = due_runs(runs, {}, Inputs.take(), Cache.of_checkout())
        assert {each.why for each in again} == {UNCHANGED}
        return {run.name: run.target.read_bytes() for run in runs}


def test_chapters_come_back_as_they_are_made_here(two: Machines, tmp_path: Path) -> None:
    book = load_book()
    newest = {(run.chapter, run.lang): run for run in plan(book) if run.chapter in CHAPTERS}
    runs = [*newest.values()]
    assert len(runs) == 2 * len(CHAPTERS)
    here = brought(runs, Execution(Engine.WARM), tmp_path / "here")
    there = brought(runs, Cluster(two.address, Engine.WARM), tmp_path / "there")
    assert there == here
    # With the client, the book is gone from the workers.
    assert not [*two.folder.rglob("minsheng-*/src")]


@pytest.mark.filterwarnings("ignore:Mismatched versions")  # which dask says of any client
def test_a_worker_with_another_lock_is_refused_by_name(two: Machines, tmp_path: Path) -> None:
    two.start("gamma", environment(tmp_path / "other", pandas="9.9.9"))
    two.await_worker("gamma")
    with pytest.raises(ClusterFault) as refused:
        next(Cluster(two.address, Engine.WARM).ended({"": scratch(tmp_path, "never", "1")}))
    two.kill("gamma")
    two.await_worker("gamma", gone=True)
    (fault,) = refused.value.faults
    assert fault.file.startswith("worker gamma, tcp://127.0.0.1:")
    assert fault.rule.startswith("It has another lock: pandas 9.9.9 (here ")
    assert "install there the requirements-cluster.txt of this checkout" in fault.remedy
    assert refused.value.exit_code is Exit.UNAVAILABLE


def waiting_for(go: Path, name: str) -> str:
    """Return code that notes where it runs and ends when it may; asked to, it kills its process.

    It notes it where a run may write on its worker beside its own folder.
    """
    return (
        "import multiprocessing, os, pathlib, time, minsheng\n"
        "root = pathlib.Path(os.environ['MINSHENG_ROOT'])\n"
        "assert root in pathlib.Path(minsheng.__file__).parents\n"
        f"go, noted = pathlib.Path({str(go)!r}), pathlib.Path(os.environ['MPLCONFIGDIR'])\n"
        f"(noted / 'noted {name}').touch()\n"
        f"if {name!r} == 'loses_its_process' and not (noted / 'lost').exists():\n"
        "    (noted / 'lost').touch()\n"
        "    os.kill(multiprocessing.parent_process().pid, 9)\n"
        "while not go.exists():\n"
        "    time.sleep(0.05)\n"
        f"{name!r}"
    )


def test_runs_of_a_lost_worker_and_of_a_lost_process_are_done_again(
    two: Machines, tmp_path: Path
) -> None:
    go = tmp_path / "go"
    names = ("loses_its_process", "first", "second")
    tasks = {name: scratch(tmp_path, name, waiting_for(go, name)) for name in names}
    brought = dict[str, str | Failure]()

    def bring() -> None:
        for name, each in Cluster(two.address, Engine.WARM).ended(tasks):
            brought[name] = each.result

    def noted_on(worker: str) -> set[str]:
        return {note.name.split()[1] for note in two.place(worker).rglob("noted *")}

    client = threading.Thread(target=bring)
    client.start()
    await_that(lambda: noted_on("alpha") and noted_on("beta"), "a run on each worker")
    lost = noted_on("beta")
    two.kill("beta")
    go.touch()
    client.join(timeout=240)
    assert {name: plain(text) for name, text in brought.items()} == {
        name: repr(name) for name in names
    }
    assert lost <= noted_on("alpha")
    assert [*two.folder.rglob("lost")]


def test_a_worker_with_another_lock_that_comes_late_refuses_its_runs() -> None:
    book = Bundled(b"", {"Python": "3.1", "pandas": "9.9.9", "unknown": "", "nothing": "1"})
    book.setup(SimpleNamespace(name="late", address="tcp://10.0.0.9:4"))
    with pytest.raises(ClusterFault) as refused:
        at_work._ending(book.answer(b""), "never")
    (fault,) = refused.value.faults
    assert fault.file == "worker late, tcp://10.0.0.9:4"
    assert "nothing is missing (here 1); pandas " in fault.rule


def test_differences_beyond_a_few_are_counted() -> None:
    wanted = {f"package{place}": "1" for place in range(9)}
    fault = at_work._other_lock("worker a", differences(wanted, {"package0": "1"}))
    assert "package4 is missing (here 1); 4 more." in fault.rule


def silent() -> Iterator[int]:
    """Listen on a port and never answer."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def closed() -> Iterator[int]:
    """Return a port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.mark.parametrize("port", [silent, closed])
def test_a_scheduler_out_of_reach_is_not_waited_for(port: object, tmp_path: Path) -> None:
    assert callable(port)
    for number in port():
        lost = Cluster(f"tcp://127.0.0.1:{number}", Engine.WARM, answer=0.5)
        with pytest.raises(ClusterFault, match="No scheduler answered there within 0.5 seconds"):
            next(lost.ended({"": scratch(tmp_path, "never", "1")}))


def test_a_scheduler_that_asks_for_a_certificate_needs_one_here(tmp_path: Path) -> None:
    safe = Cluster("tls://127.0.0.1:1", Engine.WARM)
    with pytest.raises(ClusterFault, match="no certificate to show there.*comm.tls"):
        next(safe.ended({"": scratch(tmp_path, "never", "1")}))


def test_nothing_to_do_needs_no_cluster() -> None:
    assert [*Cluster("tcp://127.0.0.1:1", Engine.WARM).ended({})] == []


def test_a_cluster_without_workers_and_a_lost_scheduler_are_named(
    python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = {"": scratch(tmp_path, "sleeps", "import time; time.sleep(600)")}
    with machines(tmp_path) as made:
        lonely = Cluster(made.address, Engine.WARM, patience=0.2)
        with pytest.raises(ClusterFault, match="no worker for 0.2 seconds.*start some with dask"):
            next(lonely.ended(tasks))
        made.start("alpha", python)
        made.await_worker("alpha")
        (worker,) = made.addresses()
        with pytest.raises(ClusterFault, match="What answers there is a worker and no scheduler"):
            next(Cluster(worker, Engine.WARM).ended(tasks))
        wait = Cluster._patiently

        def lose(how: Cluster, *waiting: Any) -> object:
            made.scheduler.kill()
            return wait(how, *waiting)

        monkeypatch.setattr(Cluster, "_patiently", lose)
        with pytest.raises(ClusterFault, match="The connection to the scheduler was lost"):
            next(Cluster(made.address, Engine.WARM, answer=3).ended(tasks))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1 / 0", "never, cell 1: ZeroDivisionError: division by zero"),
        ("import os; os.kill(os.getpid(), 9)", "never, cell 1: its process ended without a result"),
        ("while True: pass", "never, cell 1: it had not ended after 2 seconds and was stopped"),
    ],
)
def test_a_failed_run_is_told_as_it_would_be_here(tmp_path: Path, code: str, said: str) -> None:
    asked = request(scratch(tmp_path, "never", code), Execution(seconds=2), whole=False)
    assert str(ended(answer(asked)).result).startswith(said)


def test_the_process_beside_a_worker_ends_when_nobody_asks(tmp_path: Path) -> None:
    ours, theirs = socket.socketpair()
    answers = tmp_path / "answers"
    with ours, theirs, ours.makefile("rb") as requests, answers.open("wb") as written:
        serve(requests, written, idle=0)
        theirs.close()
        serve(requests, written, idle=600)
    assert answers.read_bytes() == b""
