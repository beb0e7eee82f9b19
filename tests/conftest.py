"""In CI nothing may be skipped, there a skip is a failure; and nowhere may a test be timed."""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

# On a machine with other work to do, an example may take its time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


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
