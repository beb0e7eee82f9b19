"""In CI nothing may be skipped, there a skip is a failure; and nowhere may a test be timed.

All tests of a process share one browser: a second one cannot be driven beside it. They share the
server that work is forked from too. The longest modules begin first, and one worker more than there
are processors takes up what tests wait for.
"""

import os
import shutil
from collections import Counter
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from minsheng.run import child
from minsheng.run.execute import surroundings

# On a machine with other work to do, an example may take its time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Nothing that a test builds may leave a process behind, but where that is what is tested.
os.environ["MINSHENG_ALONE"] = "1"
SLOW = ("slow", "browser")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        pytest.skip("the browser tests were left out: there is no Chromium on this machine")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def server_of_builds() -> Iterator[None]:
    """Let the server start as it does in a build, whichever test is the first to need it."""
    start = child.start_server

    def started() -> None:
        with surroundings():
            start()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "start_server", started)
        yield


@pytest.hookimpl(optionalhook=True)  # of xdist
def pytest_xdist_auto_num_workers() -> int:
    """Return how many workers there are: kernels, browsers and pip are mostly waited for."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let modules with slow tests begin first, so that none is left at the end for one worker."""
    slow = {item.path for item in items if any(map(item.get_closest_marker, SLOW))}
    size = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path not in slow, -size[item.path]))


def fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("MINSHENG_CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = (
            f"{report.nodeid} was skipped, and in CI nothing may be: {report.longrepr}"
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    fail_if_skipped(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests of the fault campaign were run, and how they ended."""
    ended = {
        how: sum("tests/faults/" in each.nodeid for each in terminalreporter.getreports(how))
        for how in ("passed", "failed", "error", "skipped")
    }
    if any(ended.values()):
        told = ", ".join(f"{count} {how}" for how, count in ended.items())
        terminalreporter.write_line(f"fault campaign: {told}")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    # A module that skips itself is never run, so no test of it could report the skip.
    report = yield
    fail_if_skipped(report)
    return report
