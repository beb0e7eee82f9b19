"""The library keeps its form: short functions, short modules, everything public documented."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from minsheng import paths

MODULES = sorted((paths.ROOT / "src").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_MODULE = 40, 300
CLOCK = re.compile(
    r"\.(now|utcnow|today)\b"
    r"|\btime\.(time|monotonic|perf_counter|process_time|localtime|gmtime|strftime|ctime)"
    r"|\bfrom time import\b"
    r"|\b(random|secrets|uuid)\.\w|\b(from|import) (random|secrets|uuid)\b|\burandom\b"
)
MACHINE_PATH = re.compile(
    r"(?<![\w.}])/(home|root|Users|tmp|work|usr|var|opt|etc|mnt|private)/"
    r"|[\"']/(home|root|Users|tmp|work)[\"']"
    r"|[\"'][A-Za-z]:[\\/]"
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def length(function: Function) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def undocumented(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield f"{node.name} is not documented"
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node.body)


def faults(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    if len(source.splitlines()) > LONGEST_MODULE:
        yield "the module is longer than 300 lines"
    if not ast.get_docstring(tree):
        yield "the module is not documented"
    yield from undocumented(tree.body)
    for node in ast.walk(tree):
        if isinstance(node, Function) and length(node) > LONGEST_FUNCTION:
            yield f"{node.name} is longer than 40 lines"
    if CLOCK.search(source):
        yield "a clock or a random number"
    if MACHINE_PATH.search(source):
        yield "a path of one machine"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_module_keeps_its_form(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


def lines(count: int) -> str:
    return "    x = 1\n" * count


OFFENCES = {
    "long_module": ("x = 1\n" * 300, "the module is longer than 300 lines"),
    "long_function": (f"def _f():\n{lines(41)}", "_f is longer than 40 lines"),
    "long_async": (f"async def _f():\n{lines(41)}", "_f is longer than 40 lines"),
    "long_past_doc": (f'def f():\n    """D."""\n{lines(41)}', "f is longer than 40 lines"),
    "bare_function": ("def f():\n    pass\n", "f is not documented"),
    "bare_class": ("class C:\n    pass\n", "C is not documented"),
    "bare_method": (
        'class C:\n    """D."""\n    def f(self):\n        pass\n',
        "f is not documented",
    ),
    "datetime_now": ("x = datetime.now()\n", "a clock or a random number"),
    "date_today": ("x = date.today()\n", "a clock or a random number"),
    "as_a_factory": ("x = field(default_factory=datetime.now)\n", "a clock or a random number"),
    "time_time": ("x = time.time()\n", "a clock or a random number"),
    "perf_counter": ("x = time.perf_counter()\n", "a clock or a random number"),
    "bare_time": ("from time import time\n", "a clock or a random number"),
    "random": ("import random\n", "a clock or a random number"),
    "uuid": ("x = uuid.uuid4()\n", "a clock or a random number"),
    "home": ('x = "/home/me"\n', "a path of one machine"),
    "temporary": ("x = Path('/tmp')\n", "a path of one machine"),
    "in_an_option": ('x = "--output=/usr/local/out"\n', "a path of one machine"),
    "windows": (r'x = "C:\\me"' + "\n", "a path of one machine"),
}


@pytest.mark.parametrize("name", OFFENCES)
def test_a_planted_offence_is_found(name: str) -> None:
    source, fault = OFFENCES[name]
    assert list(faults(f'"""Doc."""\n{source}')) == [fault]


def test_a_module_says_what_it_is() -> None:
    assert list(faults("x = 1\n")) == ["the module is not documented"]


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\n" * 299,
        'def f():\n    """Do it.\n' + "\n    More.\n" * 30 + f'    """\n{lines(40)}',
        "def _f():\n    pass\n",
        "class _C:\n    def f(self):\n        pass\n",
        'class C:\n    """D."""\n    def __len__(self):\n        return 0\n',
        'x = "https://example.org/home/page"\ny = "book/var/x"\n',
    ],
)
def test_what_is_allowed_is_not_reported(source: str) -> None:
    assert list(faults(f'"""Doc."""\n{source}')) == []
