"""`--scheduler`: what cannot be asked of a cluster is said before anything is planned."""

import subprocess
import sys

import pytest

from minsheng.cli.work import execution
from minsheng.errors import UsageFault
from minsheng.run import Engine
from minsheng.run.cluster import Cluster
from minsheng.run.execute import LONGEST

ADDRESS = "tcp://10.0.0.5:8786"


def test_a_cluster_is_named_by_its_scheduler() -> None:
    assert execution("kernel", None, 9.0, ADDRESS) == Cluster(ADDRESS, Engine.KERNEL, 9.0)
    safe = "tls://[::1]:8786"
    assert execution(None, None, None, safe) == Cluster(safe, Engine.WARM, LONGEST)


@pytest.mark.parametrize("address", ["10.0.0.5:8786", "http://10.0.0.5:80", "tcp://a", "tcp://a:b"])
def test_another_form_of_address_is_refused(address: str) -> None:
    with pytest.raises(UsageFault, match="Remedy: write it like tcp://10.0.0.5:8786"):
        execution(None, None, None, address)


def test_how_many_go_side_by_side_is_up_to_the_cluster() -> None:
    with pytest.raises(UsageFault, match="option --jobs, value '4'.*leave --jobs out"):
        execution(None, 4, None, ADDRESS)


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageFault, match="distributed is not installed.*make cluster"):
        execution(None, None, None, ADDRESS)


@pytest.mark.parametrize("command", ["run", "book"])
def test_the_commands_take_it(command: str) -> None:
    help_asked = [sys.executable, "-m", "minsheng", command, "--help"]
    done = subprocess.run(help_asked, capture_output=True, text=True, check=True)
    assert "--scheduler" in done.stdout


def test_without_a_cluster_nothing_of_it_is_imported() -> None:
    code = "import sys; from minsheng.cli import work; work.execution(None, 2); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"distributed", "dask"}.isdisjoint(done.stdout.split())
