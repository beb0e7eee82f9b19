"""A build that fails names its cause, which stands above the traceback of the tools around it."""

import subprocess

from minsheng.site.build import complaints


def said(*lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess((), 1, "\n".join(lines), "")


def test_the_cause_is_named_and_the_traceback_is_not() -> None:
    frames = [f'  File "click/core.py", line {number}, in invoke' for number in range(60)]
    cause = "\x1b[91mKeyError: <Formula.RANGE: 'range'>\x1b[0m"
    shown = complaints(said("reading sources", "page.md:3: WARNING: unknown", cause, *frames))
    assert shown == "  page.md:3: WARNING: unknown\n  KeyError: <Formula.RANGE: 'range'>"


def test_without_a_complaint_the_end_is_shown() -> None:
    shown = complaints(said(*(f"line {number}" for number in range(100))))
    assert shown.splitlines()[0] == "  line 70"
    assert shown.splitlines()[-1] == "  line 99"
