"""A new chapter runs at once, stands in its place, and takes nobody else's."""

import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest
import yaml

from minsheng import paths
from minsheng.coverage import figures_shown
from minsheng.data import Bilingual, load_book, read_book
from minsheng.errors import Exit, RunFailure, UsageFault
from minsheng.scaffold import Wanted, scaffold
from minsheng.scaffold import chapter as chapter_module
from minsheng.scaffold.entry import with_entry
from style import notebook_rules as rules

CATALOGUE = (paths.DATA / "catalogue.yml").read_text(encoding="utf-8")
KEY = "begun_by_a_test"
FOUNDERS = Wanted(
    KEY,
    "work",
    Bilingual("Founders, loans and jobs", "创业者"),
    Bilingual("What support did founders get?", "创业者得到哪些扶持？"),
    ("startup_founders", "startup_loans", "startup_jobs"),
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(paths.DATA, tmp_path / "data")
    (tmp_path / "notebooks").mkdir()
    for name, place in (("ROOT", ""), ("DATA", "data"), ("NOTEBOOKS", "notebooks")):
        monkeypatch.setattr(paths, name, tmp_path / place)
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_entry_stands_behind_the_last_of_its_part_and_all_else_stays() -> None:
    text = with_entry(CATALOGUE, FOUNDERS, FOUNDERS.reads)
    chapters = yaml.safe_load(text)["chapters"]
    assert [*chapters].index(KEY) == max(
        place for place, each in enumerate(chapters.values()) if each["part"] == "work"
    )
    assert chapters[KEY] == {
        "part": "work",
        "title": {"en": "Founders, loans and jobs", "zh": "创业者"},
        "question": {"en": "What support did founders get?", "zh": "创业者得到哪些扶持？"},
        "reads": ["startup_founders", "startup_loans", "startup_jobs"],
    }
    assert re.sub(rf"^  {KEY}:\n(?:    .*\n)+", "", text, flags=re.M) == CATALOGUE


SHORT = """chapters:
  a:
    part: promises
    reads: [x]
  b:
    part: work
    reads: [x]

# The measures.
measures: {}
"""


@pytest.mark.parametrize(
    "title",
    [
        "Jobs: new",
        "No",
        "{Jobs}",
        'The "new" jobs',
        "Jobs # here",
        "Women’s work",
        "- Jobs",
        "@jobs",
    ],
)
@pytest.mark.parametrize("part", ["promises", "work", "evaluation"])
def test_any_words_are_read_as_they_were_written(title: str, part: str) -> None:
    wanted = Wanted("jobs", part, Bilingual(title, f"{title}，就业"), FOUNDERS.question)
    entry = yaml.safe_load(with_entry(SHORT, wanted, ["gig_markets"]))["chapters"]["jobs"]
    assert entry["title"] == {"en": title, "zh": f"{title}，就业"}
    assert entry["part"] == part


def test_comments_below_the_last_chapter_stay_where_they_are() -> None:
    made = with_entry(SHORT, FOUNDERS, ["x"])
    assert made.startswith(SHORT.partition("\n\n")[0] + f"\n  {KEY}:\n")
    assert made.endswith("    reads: [x]\n\n# The measures.\nmeasures: {}\n")


def test_a_chapter_of_a_part_without_one_stands_last() -> None:
    wanted = Wanted("jobs", "evaluation", FOUNDERS.title, FOUNDERS.question)
    made = with_entry(SHORT, wanted, ["x"])
    assert made.startswith(SHORT.partition("\n\n")[0] + "\n  jobs:\n")


def test_a_new_chapter_runs_and_obeys_the_rules(project: Path) -> None:
    made = scaffold(FOUNDERS)
    assert made.year == max(
        year
        for year in load_book().editions()
        if any(each.measure == "startup_founders" for each in load_book().figures_of(year))
    )
    assert {path.relative_to(project).as_posix() for path in made.files} == {
        "data/catalogue.yml",
        f"notebooks/{KEY}.ipynb",
        f"tests/chapters/test_{KEY}.py",
    }
    notebook = nbformat.read(FOUNDERS.notebook, as_version=4)
    assert [fault for rule in rules.RULES for fault in rule(notebook)] == []
    assert set(figures_shown(FOUNDERS.notebook)) == {
        f"{made.year}.startup_{name}.actual" for name in ("founders", "loans", "jobs")
    }
    assert KEY in read_book(project / "data").edition(made.year).chapters()
    test = FOUNDERS.test.read_text(encoding="utf-8")
    assert "$" not in test
    compile(test, FOUNDERS.test.name, "exec")


@pytest.mark.usefixtures("project")
def test_a_chapter_on_a_promise_says_where_it_stands() -> None:
    wanted = Wanted(
        KEY, "promises", Bilingual("Jobs", "就业"), FOUNDERS.question, ("urban_new_jobs",)
    )
    scaffold(wanted)
    notebook = nbformat.read(wanted.notebook, as_version=4)
    assert [fault for rule in rules.RULES for fault in rule(notebook)] == []
    assert "page.assess(" in json.dumps(notebook)
    assert "$" not in json.dumps([cell.source for cell in notebook.cells])


def test_measures_that_the_catalogue_assigns_are_read() -> None:
    wanted = Wanted("gig_markets", "work", FOUNDERS.title, FOUNDERS.question)
    catalogue = load_book().catalogue
    assert wanted.measures(catalogue)[0] == "gig_market_districts"
    assert FOUNDERS.measures(catalogue) == FOUNDERS.reads


def wanted(**changes: object) -> Wanted:
    return Wanted(**{**vars(FOUNDERS), **changes})  # type: ignore[arg-type]


REFUSED: dict[str, tuple[Wanted, str]] = {
    "taken": (wanted(key="gig_markets"), "holds a chapter of this key"),
    "no_key": (wanted(key="Founders"), "small letters"),
    "no_part": (wanted(part="nowhere"), "no such part"),
    "no_measure": (wanted(reads=("nobody",)), "no such measure"),
    "nothing_to_read": (wanted(reads=()), "No measure is assigned"),
    "no_title": (wanted(title=Bilingual(" ", "创业")), "one line of words"),
    "number_in_title": (wanted(title=Bilingual("Founders 2023", "创业")), "No number is typed"),
    "no_question": (wanted(question=Bilingual("Tell me", "多少？")), "ends with ?"),
    "no_question_zh": (wanted(question=Bilingual("Who?", "多少")), "ends with ？"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_is_refused_and_nothing_written(project: Path, name: str) -> None:
    asked, rule = REFUSED[name]
    before = files(project)
    with pytest.raises(UsageFault, match=rule.replace("?", r"\?")) as caught:
        scaffold(asked)
    assert caught.value.exit_code is Exit.UNKNOWN
    assert all(fault.remedy for fault in caught.value.faults)
    assert files(project) == before


@pytest.mark.usefixtures("project")
def test_a_notebook_that_is_there_is_not_overwritten() -> None:
    FOUNDERS.notebook.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageFault, match="is there already"):
        scaffold(FOUNDERS)
    assert FOUNDERS.notebook.read_text(encoding="utf-8") == "mine"


def unpublished(project: Path) -> None:
    """Add a measure without a figure, assigned to the new chapter."""
    path = project / "data" / "catalogue.yml"
    _, slash, rest = CATALOGUE.partition("  startup_founders:\n")
    entry = (
        (slash + rest).partition("\n  startup_jobs:")[0].replace("startup_founders", "nobody", 1)
    )
    entry = entry.replace("chapter: group_support", f"chapter: {KEY}")
    path.write_text(
        CATALOGUE.replace("\nmeasures:\n", f"\nmeasures:\n{entry}\n", 1), encoding="utf-8"
    )


def test_without_a_figure_nothing_is_written(project: Path) -> None:
    unpublished(project)
    before = files(project)
    with pytest.raises(UsageFault, match="No edition publishes a figure"):
        scaffold(Wanted(KEY, "work", FOUNDERS.title, FOUNDERS.question))
    assert files(project) == before


def test_a_notebook_that_does_not_run_leaves_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = Path(shutil.copytree(chapter_module.TEMPLATES, tmp_path / "templates"))
    path = templates / "work.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("page.say_ratios()", "page.say_nothing()"), encoding="utf-8")
    monkeypatch.setattr(chapter_module, "TEMPLATES", templates)
    before = files(project)
    with pytest.raises(RunFailure, match="say_nothing"):
        scaffold(FOUNDERS)
    assert files(project) == before
