"""Faults of a notebook at work, each named by its defect, in each engine where they differ."""

from faults.campaign import fault
from faults.project import Project
from faults.small import NOTEBOOK, small, text
from minsheng.errors import Exit
from minsheng.run.plan import ACROSS

AREA = "Execution"
RUN = ("run", "--year", "2026", "--chapter", "overview", "--lang", "en")
IN_A_KERNEL = (*RUN, "--engine", "kernel")
ONE_AFTER_THE_OTHER = ("run", "--lang", "en", "--jobs", "1")
CELL = ("2026/overview (en), cell 3: ",)
KEPT = ("the last good site is as it was", "Remedy: mend the cell named")
HANG = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
UNSETTLE = (
    "import locale, os, matplotlib as mpl\n"
    "mpl.rcParams['font.size'] = 99\n"
    "locale._override_localeconv['decimal_point'] = ','\n"
    "locale.setlocale(locale.LC_ALL, 'C')\n"
    "os.environ['UNSETTLED'] = '1'\n"
    "os.chdir('/')"
)
SETTLED = (
    "import locale, os, matplotlib as mpl\n"
    "assert mpl.rcParams['font.size'] == 10\n"
    "assert locale.localeconv()['decimal_point'] == '.'\n"
    "assert 'UNSETTLED' not in os.environ\n"
    "assert os.getcwd() != '/'"
)
LEAVE = "import subprocess\nleft = subprocess.Popen(['sleep', '3600'])"
ASTRAY = "from pathlib import Path\nPath({!r}).write_text('astray')"


def last_cell(project: Project, *code: str) -> None:
    """Give a chapter other code in its last cells."""
    project.write(NOTEBOOK, text("overview", *code))


@fault(
    *(AREA, "2026/overview (en), cell 3: ", "ZeroDivisionError: division"),
    *KEPT,
    ends=Exit.FAILED,
    of=small,
)
def cell_raises(project: Project) -> None:
    """A cell that raises, in one language of two."""
    last_cell(project, "1 / (lang != 'en')")


@fault(
    AREA, *CELL, "ended without a result (signal 9)", *KEPT, ends=Exit.FAILED, of=small, command=RUN
)
def run_is_killed(project: Project) -> None:
    """A run that the machine kills, as it does where memory is short."""
    last_cell(project, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")


@fault(
    AREA,
    *CELL,
    "ended without a result (exit status 3)",
    *KEPT,
    ends=Exit.FAILED,
    of=small,
    command=RUN,
)
def run_ends_itself(project: Project) -> None:
    """A cell that ends its own process."""
    last_cell(project, "import os\nos._exit(3)")


@fault(AREA, *CELL, "DeadKernelError", *KEPT, ends=Exit.FAILED, of=small, command=IN_A_KERNEL)
def kernel_dies(project: Project) -> None:
    """A kernel that is killed."""
    last_cell(project, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")


@fault(
    AREA,
    *CELL,
    "not ended after 2 seconds",
    *KEPT,
    ends=Exit.FAILED,
    of=small,
    command=(*RUN, "--timeout", "2"),
)
def run_hangs(project: Project) -> None:
    """A cell without end that holds on against every interruption."""
    last_cell(project, HANG)


@fault(
    AREA,
    *CELL,
    "not ended after 8 seconds",
    *KEPT,
    ends=Exit.FAILED,
    of=small,
    command=(*IN_A_KERNEL, "--timeout", "8"),
)
def kernel_hangs(project: Project) -> None:
    """A cell without end in a kernel of its own."""
    last_cell(project, HANG)


@fault(
    AREA,
    *CELL,
    "PermissionError: a notebook writes into its own folder only",
    "index.html",
    *KEPT,
    ends=Exit.FAILED,
    of=small,
    command=RUN,
)
def notebook_writes_into_the_site(project: Project) -> None:
    """A cell that writes into the published site."""
    last_cell(project, ASTRAY.format(str(project.path("_build/html/index.html"))))


@fault(
    AREA,
    *CELL,
    "PermissionError: a notebook writes into its own folder only",
    "_build",
    *KEPT,
    ends=Exit.FAILED,
    of=small,
    command=RUN,
)
def notebook_removes_the_site(project: Project) -> None:
    """A cell that removes the published site."""
    site = str(project.path("_build/html"))
    last_cell(project, f"import shutil\nshutil.rmtree({site!r})")


@fault(
    AREA,
    *CELL,
    "PermissionError: a notebook writes into its own folder only",
    "2026.csv",
    *KEPT,
    ends=Exit.FAILED,
    of=small,
    command=IN_A_KERNEL,
)
def kernel_writes_into_the_data(project: Project) -> None:
    """A cell in a kernel of its own that writes into the data."""
    last_cell(project, ASTRAY.format(str(project.path("data/figures/2026.csv"))))


@fault(AREA, *CELL, "it printed to stdout: 'xxxx", *KEPT, ends=Exit.FAILED, of=small, command=RUN)
def notebook_prints_100_mb(project: Project) -> None:
    """A cell that prints 100 MB."""
    last_cell(project, "print('x' * 100_000_000)")


@fault(
    AREA,
    *CELL,
    "it left a process running: sleep 3600",
    *KEPT,
    ends=Exit.FAILED,
    of=small,
    command=RUN,
)
def notebook_leaves_a_process(project: Project) -> None:
    """A cell that starts a process and does not wait for it."""
    last_cell(project, LEAVE)


@fault(AREA, "1 notebooks: 1 run", ends=Exit.OK, of=small, command=IN_A_KERNEL)
def kernel_leaves_a_process(project: Project) -> None:
    """A cell that starts a process in a kernel of its own, which ends its children."""
    last_cell(project, LEAVE)


@fault(AREA, "3 notebooks: 3 run", ends=Exit.OK, of=small, command=ONE_AFTER_THE_OTHER)
def notebook_changes_its_surroundings(project: Project) -> None:
    """A chapter that changes fonts, locale, environment and folder; those after it see nothing."""
    last_cell(project, UNSETTLE)
    for chapter in ACROSS:
        project.write(f"notebooks/{chapter}.ipynb", text(chapter, SETTLED))
