"""`minsheng new` begins a chapter in a checkout, and says what is wrong with one."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from minsheng.errors import Exit

Minsheng = Callable[..., CompletedProcess[str]]
KEY = "begun_by_a_test"
FOUNDERS = (
    KEY,
    *("--title", "Founders", "--title-zh", "创业者"),
    *("--question", "What support did founders get?", "--question-zh", "创业者得到哪些扶持？"),
)


def test_a_chapter_is_begun(scratch: Path, minsheng: Minsheng) -> None:
    done = minsheng("new", *FOUNDERS, "--reads", "startup_founders")
    assert done.returncode == Exit.OK, done.stderr
    assert done.stdout.splitlines()[:4] == [
        "wrote data/catalogue.yml",
        f"wrote notebooks/{KEY}.ipynb",
        f"wrote tests/chapters/test_{KEY}.py",
        "wrote _toc.yml",
    ]
    assert f"/{KEY}" in (scratch / "_toc.yml").read_text(encoding="utf-8")


def test_all_that_is_wrong_is_named_at_once(scratch: Path, minsheng: Minsheng) -> None:
    done = minsheng("new", *FOUNDERS, "--part", "nowhere", "--reads", "nobody")
    assert done.returncode == Exit.UNKNOWN
    assert "2 faults:" in done.stderr
    assert "use one of promises, work, evaluation" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (scratch / "tests").exists()


def test_a_taken_key_is_refused(scratch: Path, minsheng: Minsheng) -> None:
    before = (scratch / "data" / "catalogue.yml").read_bytes()
    done = minsheng("new", "gig_markets", *FOUNDERS[1:])
    assert done.returncode == Exit.UNKNOWN
    assert "choose another key" in done.stderr
    assert (scratch / "data" / "catalogue.yml").read_bytes() == before
