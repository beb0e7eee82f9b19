"""Texts that would run somewhere: in a page, in a spreadsheet or in a reader's eye."""

from faults.campaign import fault
from faults.project import Project

AREA = "Hostile text"
FIGURES = "data/figures/2023.csv"
NOTE = '1/p1/s3,"{}","{}"\n'


def note(project: Project, text: str) -> None:
    """Write a text as the note of the first figure, in both languages."""
    project.replace(FIGURES, "1/p1/s3,,\n", NOTE.format(text, text))


@fault(AREA, f"{FIGURES}, row 2, column note_en", "=HYPERLINK", "run as a formula", "Remedy: ")
def formula_with_an_equals_sign(project: Project) -> None:
    """A note that a spreadsheet would run when the table is opened."""
    note(project, "=HYPERLINK(1)")


@fault(AREA, f"{FIGURES}, row 2, column note_en", "@SUM", "run as a formula", "Remedy: ")
def formula_with_an_at_sign(project: Project) -> None:
    """A note that an old spreadsheet would run."""
    note(project, "@SUM(1)")


@fault(AREA, f"{FIGURES}, row 2, column note_en", "-2+3", "run as a formula", "Remedy: ")
def formula_with_a_minus_sign(project: Project) -> None:
    """A note that a spreadsheet would take for a calculation."""
    note(project, "-2+3")


@fault(AREA, f"{FIGURES}, row 2, column note_en", "right-to-left", "Remedy: ")
def right_to_left_override(project: Project) -> None:
    """A character that shows what follows it backwards."""
    note(project, "reached \u202e000,002")


@fault(AREA, f"{FIGURES}, row 2, column note_en", "zero-width", "Remedy: ")
def zero_width_space(project: Project) -> None:
    """A character that nobody sees and every search stumbles over."""
    note(project, "new\u200burban jobs")


@fault(AREA, f"{FIGURES}, row 2, column note_en", "control", "Remedy: ")
def escape_character(project: Project) -> None:
    """A control character that would colour a terminal."""
    note(project, "a\u001b[31mb")
