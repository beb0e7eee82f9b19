"""The option `--scheduler`: a cluster by its address, where what it takes is installed."""

from importlib.util import find_spec
from urllib.parse import urlsplit

from minsheng.errors import Fault, UsageFault
from minsheng.run import Engine, Executor

OPTION = "option --scheduler"


def cluster_at(address: str, engine: Engine, seconds: float) -> Executor:
    """Return the executor of a cluster; raises `UsageFault` where it cannot even be asked."""
    if not _is_an_address(address):
        rule = "A scheduler is named by protocol, host and port."
        remedy = "write it like tcp://10.0.0.5:8786, or tls:// where it has a certificate"
        raise UsageFault([Fault(OPTION, rule, remedy, value=address)])
    if find_spec("distributed") is None:
        rule = "The package distributed is not installed, with which a cluster is reached."
        raise UsageFault([Fault(OPTION, rule, "install it with: make cluster", value=address)])
    from minsheng.run.cluster import Cluster

    return Cluster(address, engine, seconds)


def _is_an_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("tcp", "tls") and bool(parts.hostname and parts.port)
    except ValueError:  # a port that is no number
        return False
