"""One web server for all browser tests of a process, over one built site."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from browser.built import make_current
from minsheng import paths


@pytest.fixture(scope="session")
def site() -> Path:
    make_current()
    return paths.SITE


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """Return the address of the site on a server or in a folder, ending in a slash."""
    if request.param == "file":
        return f"{site.as_uri()}/"
    return str(request.getfixturevalue("server"))
