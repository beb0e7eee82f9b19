"""What programs do to a table without changing what it says is no fault."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from faults.project import Project, standing_in
from faults.told import told
from minsheng.data import read_book
from minsheng.errors import Exit


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with standing_in(tmp_path) as project:
        yield project


VARIANTS: dict[str, Callable[[bytes], bytes]] = {
    "byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "line ends of Windows": lambda raw: raw.replace(b"\n", b"\r\n"),
    "every cell quoted": lambda raw: quoted(raw.decode()).encode(),
    "no newline at the end": lambda raw: raw.rstrip(b"\n"),
    "an empty line at the end": lambda raw: raw + b"\n",
}


def quoted(text: str) -> str:
    """Return a table with every cell in quotation marks."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(csv.reader(io.StringIO(text, newline="")))
    return written.getvalue()


@told(
    "Files",
    "A table has a byte order mark, line ends of Windows, every cell quoted, no newline at its end",
    "It is read as if nothing were odd.",
)
@pytest.mark.parametrize("name", VARIANTS)
def test_an_ordinary_variant_is_no_fault(project: Project, name: str) -> None:
    before = read_book(project.path("data"))
    for table in sorted(project.path("data").rglob("*.csv")):
        table.write_bytes(VARIANTS[name](table.read_bytes()))
    assert [each.figure_id for each in read_book(project.path("data")).figures] == [
        each.figure_id for each in before.figures
    ]
    assert project.command("check").status == Exit.OK
