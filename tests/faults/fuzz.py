"""Feed the readers and the renderer of sentences what nobody would write, made from a grammar.

Whatever they are fed, they give a result or an error of the book's own. A few hundred examples run
with the tests, always the same; `make fuzz MINUTES=10` goes on with others.
"""

import csv
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path

from babel.messages.pofile import read_po
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from faults.project import standing_in
from faults.small import small
from minsheng import paths
from minsheng.commentary.sentence import compose
from minsheng.data import contract, read_book
from minsheng.data.contract import Table
from minsheng.data.reading import read_table
from minsheng.data.yaml_text import read_mapping
from minsheng.errors import InputFault
from minsheng.language import LANGUAGES, Language

# What means something somewhere: to a number, a period, a spreadsheet, a page, a format string.
WORDS = "1e999 0x10 -0 1_000 00 NaN inf １２ 万 2023-02-30 2023-13 ../2023-10 2023-01/2022-01"
SIGNS = ("", " ", "\t", "\r", '"', "'", ",", ";", "-", "+", "=1+1", "@SUM(A1)", "9" * 5000)
UNSEEN = ("\u202e", "\u200b", "\x00", "\x1b", "\ufeff", "\ud7ff", "😀")
MARKUP = "true null <script> {} {0} {x.__class__} %(x)s ${x} 2023.urban_new_jobs.actual"
ODD = (*WORDS.split(), *SIGNS, *UNSEEN, *MARKUP.split())
STRAY = "*a << = ~ 0o9 1:99 | > --- ... # @ ` { [ } ]"
# And to YAML: tags that do not fit, references, beginnings that nothing follows.
TAGGED = (
    *("!!int x", "!!float x", "!!bool x", "!!null x", "!!binary x", "!!set x", "!!timestamp x"),
    *("!!timestamp 2023-99-99", "!!python/object:os.system x", "!x y", "&a 1", "? ", "- ", ": "),
    *STRAY.split(),
)
cells = st.one_of(st.sampled_from(ODD), st.text(max_size=12))
quick = settings(
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, bytes]:
    """Return a table of the contract, and a file that may pass for it or not."""
    table = draw(st.sampled_from(contract.TABLES))
    header = [column.name for column in table.columns]
    if draw(st.booleans()):
        header = draw(st.permutations(header))[: draw(st.integers(0, len(header)))]
    rows = draw(st.lists(st.lists(written(), min_size=1, max_size=len(header) + 1), max_size=4))
    wide = [(row * len(header))[: len(header)] if draw(st.booleans()) else row for row in rows]
    end = draw(st.sampled_from(("\n", "\r\n", "\r", "\n\n")))
    text = end.join(",".join(row) for row in (header, *wide))
    return table, draw(damaged(text.encode("utf-8", "surrogatepass")))


def written() -> st.SearchStrategy[str]:
    """Return a cell as a file has it: bare, quoted, or quoted and never closed."""
    quoted = cells.map(lambda cell: '"' + cell.replace('"', '""') + '"')
    return st.one_of(cells, quoted, cells.map('"{}'.format))


@st.composite
def damaged(draw: st.DrawFn, body: bytes) -> bytes:
    """Return some bytes with some of them replaced."""
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(body)))
        body = body[:place] + draw(st.binary(max_size=3)) + body[place + draw(st.integers(0, 3)) :]
    return body


scalars = st.one_of(cells, st.sampled_from(TAGGED))


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return flow lists and mappings of what is inside, keys of every kind among them."""
    lists = st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
    pairs = st.lists(st.tuples(inner, inner), max_size=3)
    return st.one_of(
        lists,
        pairs.map(lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each) + "}"),
        st.integers(1, 2000).map(lambda depth: "[" * depth + "]" * depth),
    )


@st.composite
def mappings(draw: st.DrawFn) -> bytes:
    """Return a file of YAML that may be a mapping or not."""
    values = st.recursive(scalars, nested, max_leaves=6)
    lines = draw(st.lists(st.tuples(cells, values), max_size=4))
    text = "\n".join(f"{key}: {value}" for key, value in lines)
    return draw(damaged(text.encode("utf-8", "surrogatepass")))


def refused_or_read(read: Callable[[], object]) -> None:
    """Read something: either it goes well or the error is one of the book's, with its remedy."""
    try:
        read()
    except InputFault as fault:
        assert "Remedy: " in str(fault)


@given(tables())
def fuzz_csv(made: tuple[Table, bytes]) -> None:
    """Read a table of the contract."""
    table, body = made
    refused_or_read(lambda: read_table(table, file(body)))


@given(mappings())
def fuzz_yaml(body: bytes) -> None:
    """Read a file of YAML."""
    refused_or_read(lambda: read_mapping(file(body), "named"))


def file(body: bytes) -> Path:
    """Return a file in the copy of the project that holds some bytes."""
    path = paths.ROOT / "fuzzed"
    path.write_bytes(body)
    return path


def messages() -> list[tuple[str, str]]:
    """Return every generated string of the book with its Chinese."""
    with (paths.CATALOGUES / "minsheng.po").open("rb") as catalogue:
        found = [each for each in read_po(catalogue) if each.id and isinstance(each.id, str)]
    return [(str(each.id), str(each.string)) for each in found]


MESSAGES = messages()
SLOT = re.compile(r"{(\w+)}")


@given(st.sampled_from(MESSAGES), st.lists(cells, min_size=12, max_size=12))
def fuzz_sentences(message: tuple[str, str], words: list[str]) -> None:
    """Say a sentence of the book with other words in its slots, in both languages."""
    slots = dict(zip(sorted(set(SLOT.findall(message[0]))), words, strict=False))
    for lang in LANGUAGES:
        said = compose(Language(lang), message[0], **slots)
        text = re.sub(r'</?span(?: lang="(?:zh-Hans|en)")?>', "", said.html)
        assert "<" not in text, said.html
        assert unescape(text) == said.plain


def project_files() -> list[str]:
    return sorted(
        path.relative_to(paths.ROOT).as_posix()
        for kind in ("csv", "yml")
        for path in paths.DATA.rglob(f"*.{kind}")
    )


@st.composite
def edits(draw: st.DrawFn) -> tuple[float, float, str]:
    """Return where an edit of the data begins, out of all files, and what stands there then."""
    place = draw(st.floats(0, 0.999))
    return place, draw(st.floats(0, 0.999)), draw(scalars)


@given(edits())
def fuzz_data(edit: tuple[float, float, str]) -> None:
    """Replace one cell or one word of good data, and read all of it."""
    names = project_files()
    path = paths.ROOT / names[int(edit[0] * len(names))]
    before = path.read_bytes()
    parts = re.split(r"([,\n: ])", before.decode())
    place = int(edit[1] * len(parts)) // 2 * 2
    parts[place] = edit[2]
    path.write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    try:
        refused_or_read(lambda: read_book(paths.DATA))
    finally:
        path.write_bytes(before)


# Each with the number of examples that take its share of half a minute.
TARGETS = {fuzz_csv: 150, fuzz_yaml: 200, fuzz_sentences: 300, fuzz_data: 30}
# The last long run that found nothing; a shorter one is none.
LONG, RECORD = 10, Path(__file__).with_name("fuzzed.csv")
HEADER = ("target", "examples", "minutes")


def main(minutes: float) -> None:
    """Go on with ever other examples until the time is over; the first that fails ends it."""
    until, number, counts = time.monotonic() + 60 * minutes, 0, Counter[str]()
    with tempfile.TemporaryDirectory() as folder, standing_in(Path(folder), small):
        while time.monotonic() < until:
            for target, examples in TARGETS.items():
                number += 1
                another_round(target, examples, number)
                counts[target.__name__] += examples
    print(f"{counts.total()} examples in {minutes:g} minutes: no error but the book's own")
    if minutes >= LONG:
        with RECORD.open("w", encoding="utf-8", newline="") as file:
            rows = [(name, count, f"{minutes:g}") for name, count in counts.items()]
            csv.writer(file, lineterminator="\n").writerows([HEADER, *rows])


def another_round(target: Callable[[], None], examples: int, number: int) -> None:
    """Run a target with examples that only this number gives; the first that fails is shown as is.

    To look for a smaller one may take longer than all the rest.
    """
    # Hypothesis takes settings for a test once; these are for another round of it.
    vars(target).pop("_hypothesis_internal_settings_applied", None)
    other = settings(
        quick,
        derandomize=False,
        max_examples=examples,
        deadline=None,
        phases=[Phase.generate],
    )
    other(seed(number)(target))()


if __name__ == "__main__":
    main(float(sys.argv[1]))
