"""Faults of what a command is asked for, each named by its defect."""

from faults.campaign import fault
from faults.project import Project
from minsheng.errors import Exit

AREA = "Parameters"
RUN = ("run", "--year", "2023", "--chapter", "urban_new_jobs", "--lang", "en")
NOTEBOOK = "notebooks/urban_new_jobs.ipynb"


def asked(*words: str) -> tuple[str, ...]:
    """Return a command that runs one chapter, with more words."""
    return (*RUN, *words)


@fault(
    AREA,
    *("data/editions.csv, column year, value '1999'", "no such edition", "use one of 2020"),
    ends=Exit.UNKNOWN,
    command=("run", "--year", "1999"),
)
def unknown_year(project: Project) -> None:
    """A year without an edition."""
    del project


@fault(
    AREA,
    *("data/catalogue.yml, column chapters, value 'urban_jobs'", "no such chapter", "use one of"),
    ends=Exit.UNKNOWN,
    command=("run", "--chapter", "urban_jobs"),
)
def unknown_chapter(project: Project) -> None:
    """A chapter that the catalogue does not hold."""
    del project


@fault(
    AREA,
    *(f"{NOTEBOOK}, column zzz", "no such parameter", "use one of year, lang"),
    ends=Exit.UNKNOWN,
    command=asked("-p", "zzz=1"),
)
def unknown_parameter(project: Project) -> None:
    """A parameter that the notebook does not have, which papermill would only warn of."""
    del project


@fault(
    AREA,
    *(f"{NOTEBOOK}, column lagn", "no such parameter", "did you mean lang"),
    ends=Exit.UNKNOWN,
    command=asked("-p", "lagn=en"),
)
def misspelt_parameter(project: Project) -> None:
    """A parameter with two letters changed about."""
    del project


@fault(
    AREA,
    *(f"{NOTEBOOK}, column year, value 'soon'", "of type int", "give year a value of type int"),
    ends=Exit.UNKNOWN,
    command=asked("-p", "year=soon"),
)
def ill_typed_parameter(project: Project) -> None:
    """A word where a year should be."""
    del project


@fault(
    AREA,
    *(NOTEBOOK, "value 'year=2021'", "stored under its own year", "choose with --year"),
    ends=Exit.UNKNOWN,
    command=asked("-p", "year=2021"),
)
def parameter_at_odds_with_its_run(project: Project) -> None:
    """A run that would be stored under another year than its own."""
    del project


@fault(
    AREA,
    *(NOTEBOOK, "lang=__import__('os').getcwd()", "stored under its own lang", "choose with"),
    ends=Exit.UNKNOWN,
    command=asked("-p", "lang=__import__('os').getcwd()"),
)
def code_in_a_parameter(project: Project) -> None:
    """Code in the place of a language, which a careless template would run."""
    del project


@fault(
    AREA,
    *("option -p, value 'lang'", "written name=value", "write it like -p lang=en"),
    ends=Exit.UNKNOWN,
    command=asked("-p", "lang"),
)
def parameter_without_a_value(project: Project) -> None:
    """A name without an equals sign."""
    del project


@fault(
    AREA,
    *("option --engine, value 'steam'", "no such engine", "use warm or kernel"),
    ends=Exit.UNKNOWN,
    command=asked("--engine", "steam"),
)
def unknown_engine(project: Project) -> None:
    """An engine that there is not."""
    del project
