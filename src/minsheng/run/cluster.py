"""The executor of a `dask.distributed` cluster: runs go out as bytes and come back as bytes.

The workers need the packages of the lock and nothing else: no checkout, no shared folder. The book
travels once to each of them, as a worker plug-in (`remote.py`). Finding a free worker, doing the
runs of a lost one again elsewhere and fetching what came out is what dask is for.
"""

from __future__ import annotations

import asyncio
import json
import logging
import queue
import re
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import cloudpickle
from distributed import Client, Future, Security
from distributed.core import rpc
from distributed.versions import VersionMismatchWarning

from minsheng import paths
from minsheng.digests import file_digest, locked_versions
from minsheng.errors import ClusterFault, Fault
from minsheng.run import remote
from minsheng.run.bundle import bundle
from minsheng.run.ended import Ended, Failure
from minsheng.run.engine import Engine
from minsheng.run.execute import LONGEST, Execution, Key, Task
from minsheng.run.host import ended, request

LOCK = "requirements-cluster.txt"
# A scheduler hands on what it is given; it needs these alike and no other package of the lock.
CARRIERS = ("cloudpickle", "dask", "distributed")
RETRIES = 3
NAMED = 4
_ONE_PLATFORM = re.compile(r"^([a-z0-9._-]+)==\S+ ; .*platform", re.MULTILINE)
Owed = TypeVar("Owed")

# What a worker has not installed has to be sent.
cloudpickle.register_pickle_by_value(remote)


@dataclass(frozen=True)
class Cluster:
    """The executor of the cluster behind a scheduler: the engine, and how long each run.

    `answer` is how many seconds the scheduler has to answer, `patience` how many may pass without
    any worker.
    """

    scheduler: str
    engine: Engine
    seconds: float = LONGEST
    answer: float = 10
    patience: float = 60

    def ended(
        self, tasks: Mapping[Key, Task], *, whole: bool = True
    ) -> Iterator[tuple[Key, Ended]]:
        """Yield how every run ended, as it does.

        Raises `ClusterFault` before the first run where a worker has other packages than this
        machine, and later where the scheduler or the last worker is lost.
        """
        if not tasks:
            return
        how = Execution(self.engine, jobs=1, seconds=self.seconds)
        requests = {key: request(task, how, whole=whole) for key, task in tasks.items()}
        with self._connected() as client:
            self._require_workers(client)
            wanted = _wanted()
            _require_agreement(client, wanted)
            with _carried(client, wanted) as plugin:
                for key, answer in self._answers(client, plugin, requests):
                    yield key, _ending(answer, tasks[key][2])

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        # What it would say of a lost connection is said once, by us.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._require_scheduler()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", VersionMismatchWarning)
                client = Client(self.scheduler, timeout=self.answer, set_as_default=False)
            with client:
                yield client
        except OSError as error:
            raise self._lost() from error

    def _require_scheduler(self) -> None:
        """Ask who is there: a client would wait without end where a port is open and silent."""
        security = Security().get_connection_args("client")
        if self.scheduler.startswith("tls:") and security["ssl_context"] is None:
            rule = "There is no certificate to show there."
            remedy = "name its files in dask's settings comm.tls; see docs/cluster.md"
            raise self._fault(rule, remedy)
        try:
            kind = _asked(self.scheduler, security, self.answer)
        except (OSError, TimeoutError) as error:
            rule = f"No scheduler answered there within {self.answer:g} seconds."
            remedy = "start one with dask scheduler, or correct the address; see docs/cluster.md"
            raise self._fault(rule, remedy) from error
        if kind != "Scheduler":
            rule = f"What answers there is a {kind.lower()} and no scheduler."
            raise self._fault(rule, "give the address that dask scheduler prints when it starts")

    def _answers(
        self, client: Client, plugin: str, requests: Mapping[Key, bytes]
    ) -> Iterator[tuple[Key, bytes | Exception]]:
        """Yield what each request came to, as it does; those that come first begin first."""
        execute, done = _ByValue(remote.execute), queue.SimpleQueue[Future[Any]]()
        waiting = dict[Future[Any], Key]()
        for place, (key, each) in enumerate(requests.items()):
            options = {"pure": False, "retries": RETRIES, "priority": -place}
            future = client.submit(execute, plugin, each, **options)
            waiting[future] = key
            future.add_done_callback(done.put)
        try:
            while waiting:
                future = self._patiently(client, lambda seconds: done.get(timeout=seconds))
                yield waiting.pop(future), self._answer(client, future)
        finally:
            with suppress(OSError):  # a scheduler that is lost has forgotten them
                client.cancel([*waiting])

    def _answer(self, client: Client, future: Future[Any]) -> bytes | Exception:
        """Fetch an answer; where its worker was lost meanwhile, dask does the run again."""
        try:
            answer = self._patiently(client, lambda seconds: future.result(timeout=seconds))
        except CancelledError as error:
            raise self._lost() from error
        except ClusterFault:
            raise
        except Exception as error:  # whatever the run raised where it was executed
            return error
        return bytes(answer)

    def _patiently(self, client: Client, take: Callable[[float], Owed]) -> Owed:
        """Take what the cluster owes when it is there, as long as there are workers to bring it."""
        while True:
            try:
                return take(self.patience)
            except (queue.Empty, TimeoutError):
                self._require_workers(client)

    def _require_workers(self, client: Client) -> None:
        try:
            client.wait_for_workers(1, timeout=self.patience)
        except TimeoutError as error:
            rule = f"The cluster has had no worker for {self.patience:g} seconds."
            remedy = f"start some with dask worker {self.scheduler}; see docs/cluster.md"
            raise self._fault(rule, remedy) from error

    def _lost(self) -> ClusterFault:
        rule = "The connection to the scheduler was lost."
        return self._fault(rule, "look at its log, then run the command again; what is done stays")

    def _fault(self, rule: str, remedy: str) -> ClusterFault:
        return ClusterFault([Fault("option --scheduler", rule, remedy, value=self.scheduler)])


class _ByValue:
    """A function that arrives whole where nobody can import it, and is itself again there."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.__name__, self._pickled = function.__name__, cloudpickle.dumps(function)

    def __call__(self) -> None:
        """Be taken for a function, which dask asks for; what is called is what arrives."""
        raise NotImplementedError

    def __reduce__(self) -> tuple[Any, ...]:
        return cloudpickle.loads, (self._pickled,)


def _asked(address: str, security: Mapping[str, Any], seconds: float) -> str:
    """Return what kind of server answers within some seconds; raises `TimeoutError` after them.

    In a thread of its own, because the caller's may have an event loop at work, as in a notebook.
    """

    def ask() -> str:
        return asyncio.run(asyncio.wait_for(_kind_at(address, security), seconds))

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(ask).result()


async def _kind_at(address: str, security: Mapping[str, Any]) -> str:
    """Return what kind of server of dask answers at an address."""
    async with rpc(address, connection_args=security) as server:
        return str((await server.identity())["type"])


@contextmanager
def _carried(client: Client, wanted: Mapping[str, str]) -> Iterator[str]:
    """Have the book on every worker, also on those that come later; yield the plug-in's name."""
    name = f"minsheng-{client.id}"
    client.register_plugin(remote.Bundled(bundle(), wanted), name=name)
    try:
        yield name
    finally:
        with suppress(OSError):  # as above
            client.unregister_worker_plugin(name)


def _wanted() -> dict[str, str]:
    """Return what every worker must have in the version at work here: Python and the packages.

    Packages of one platform are left out: a worker may be of another.
    """
    lock = (paths.ROOT / "requirements.txt").read_text(encoding="utf-8")
    elsewhere = set(_ONE_PLATFORM.findall(lock))
    python = ".".join(map(str, sys.version_info[:2]))
    packages = locked_versions().items()
    return {"Python": python} | {name: at for name, at in packages if name not in elsewhere}


def _require_agreement(client: Client, wanted: Mapping[str, str]) -> None:
    """Raise `ClusterFault` that names the scheduler or every worker with another lock."""
    packages = sorted({*wanted, *CARRIERS} - {"Python"})
    versions: Any = client.get_versions(packages=packages)
    ours = {name: number or "" for name, number in versions["client"]["packages"].items()}
    carriers = {name: ours[name] for name in CARRIERS} | {"Python": wanted["Python"]}
    workers: Any = client.scheduler_info()["workers"]
    faults = _disagreement("the scheduler", carriers, versions["scheduler"])
    for address, found in versions["workers"].items():
        name = f"worker {workers[address]['name']}, {address}"
        faults += _disagreement(name, {**wanted, **carriers}, found)
    if faults:
        raise ClusterFault(faults)


def _disagreement(name: str, wanted: Mapping[str, str], found: Any) -> list[Fault]:
    python = ".".join(found["host"]["python"].split(".")[:2])
    differing = remote.differences(wanted, {**found["packages"], "Python": python})
    return [_other_lock(name, differing)] if differing else []


def _other_lock(name: str, differing: list[str]) -> Fault:
    more = len(differing) - NAMED
    listed = "; ".join([*differing[:NAMED], *([f"{more} more"] if more > 0 else [])])
    number = file_digest(paths.ROOT / LOCK)
    remedy = f"install there the {LOCK} of this checkout (SHA-256 {number}), and start it again"
    return Fault(name, f"It has another lock: {listed}.", remedy)


def _ending(answer: bytes | Exception, name: str) -> Ended:
    if isinstance(answer, Exception):
        return Ended(Failure(name, 0, f"{type(answer).__name__}: {answer}"), 0.0)
    refused = json.loads(answer).get("refused")
    if refused:
        worker = f"worker {refused['worker']}, {refused['address']}"
        raise ClusterFault([_other_lock(worker, refused["differences"])])
    return ended(answer)
