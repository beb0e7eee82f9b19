"""Faults of the tables in `data/`, each named by its defect."""

from faults.campaign import fault
from faults.project import Project

FIGURES = "data/figures/2023.csv"
AREA = "Files"


@fault(AREA, f"{FIGURES}, row 4, column printed, value '21,99'", "form of its column", "ASCII")
def bad_number(project: Project) -> None:
    """A decimal comma in a printed number."""
    project.replace(FIGURES, ",21.99,", ',"21,99",')


@fault(AREA, f"{FIGURES}, row 4, column printed, value '２１.９９'", "form of its column", "ASCII")
def full_width_digits(project: Project) -> None:
    """Digits typed with a Chinese input method."""
    project.replace(FIGURES, ",21.99,", ",２１.９９,")


@fault(AREA, f"{FIGURES}, row 4, column printed, value '21.99万'", "form of its", "into scale")
def scale_left_in_the_number(project: Project) -> None:
    """万 left in the number instead of its scale."""
    project.replace(FIGURES, ",21.99,", ",21.99万,")


@fault(AREA, f"{FIGURES}, row 2, column unit, value 'persn'", "vocabulary", "use one of person")
def unknown_unit(project: Project) -> None:
    """A unit that the contract does not know."""
    project.replace(FIGURES, "exact,person", "exact,persn")


@fault(AREA, f"{FIGURES}, row 19, column measure, value 'nobody'", "does not hold", "Remedy: ")
def unknown_measure(project: Project) -> None:
    """A measure that the catalogue does not hold."""
    project.replace(FIGURES, ",returning_workers,", ",nobody,")


@fault(AREA, f"{FIGURES}, row 7, column figure_id", "'2023.gig_markets.actual'", "more than once")
def duplicate_id(project: Project) -> None:
    """Two figures of one name."""
    project.replace(FIGURES, "2023.gig_stations.actual,", "2023.gig_markets.actual,")


@fault(AREA, f"{FIGURES}, row 2, column source", "empty and must not be", "Remedy: ")
def missing_source(project: Project) -> None:
    """A figure without a source."""
    project.replace(FIGURES, "nbrd-2024-02-27", "")


@fault(AREA, f"{FIGURES}, row 23, column precision", "how far it was rounded", "Remedy: ")
def round_integer_without_precision(project: Project) -> None:
    """A round plain integer of which nobody can tell how far it was rounded."""
    project.replace(FIGURES, "6000,1,1000,", "6000,1,,")


@fault(AREA, f"{FIGURES}, row 4, column period, value '2023-10/2023-01'", "ends before it begins")
def period_that_ends_before_it_begins(project: Project) -> None:
    """January and October changed about."""
    project.replace(FIGURES, "2023-01/2023-10", "2023-10/2023-01")


@fault(AREA, f"{FIGURES}, row 3, column measure, value 'disabled_employment'", "no promise names")
def target_without_promise(project: Project) -> None:
    """A target that nothing promised."""
    project.replace("data/promises.csv", "quantity,disabled_employment", "quantity,gig_stations")


@fault(AREA, f"{FIGURES}, row 45, column role", "needs the figure that grew", "Remedy: ")
def growth_without_its_figure(project: Project) -> None:
    """A growth rate without the figure that grew."""
    project.replace(
        FIGURES, "2023.labour_demand.actual,labour_demand", "2023.gig_markets.actual.x,gig_markets"
    )


@fault(AREA, "data/promises.csv, row ", "not UTF-8", "save it as UTF-8")
def gbk(project: Project) -> None:
    """A table saved by a Chinese Excel as GBK."""
    text = project.read("data/promises.csv").replace("–", "-")
    project.path("data/promises.csv").write_text(text, encoding="gbk")


@fault(AREA, f"{FIGURES}, row 1: ", "not UTF-8", "save it as UTF-8")
def utf_16(project: Project) -> None:
    """A table saved as “Unicode text”."""
    project.path(FIGURES).write_text(project.read(FIGURES), encoding="utf-16")


@fault(AREA, f"{FIGURES}, row 2: ", "NUL", "save it as UTF-8 text")
def nul_byte(project: Project) -> None:
    """A NUL character, as broken disks and broken programs leave."""
    project.replace(FIGURES, "urban_new_jobs", "urban\0new_jobs")


@fault(AREA, f"{FIGURES}, row 1, column remarks", "no such column", "the header is figure_id,")
def trailing_column(project: Project) -> None:
    """A column of somebody's own at the end."""
    lines = project.read(FIGURES).splitlines()
    project.write(FIGURES, "\n".join([f"{lines[0]},remarks", *(f"{row}," for row in lines[1:])]))


@fault(AREA, f"{FIGURES}, row 2: ", "cells", "check its commas and quotation marks")
def trailing_cell(project: Project) -> None:
    """One comma too many at the end of a row."""
    project.replace(FIGURES, "1/p1/s3,,\n", "1/p1/s3,,,\n")


@fault(AREA, f"{FIGURES}, row 1, column locator", "is missing", "the header is figure_id,")
def missing_column(project: Project) -> None:
    """A column renamed."""
    project.replace(FIGURES, ",locator,note_en", ",place,note_en")


@fault(AREA, f"{FIGURES}, row 59: ", "header stands twice", "delete this line")
def header_twice(project: Project) -> None:
    """Two tables pasted together, header and all."""
    project.append(FIGURES, project.read(FIGURES).splitlines()[0] + "\n")


@fault(AREA, f"{FIGURES}: ", "is empty", "restore its header and rows")
def empty_file(project: Project) -> None:
    """A table of no bytes."""
    project.write(FIGURES, "")


@fault(AREA, f"{FIGURES}, row 59", "'<<<<<<< mine'", "merge conflict", "delete the markers")
def merge_conflict(project: Project) -> None:
    """The markers of a merge conflict left standing."""
    project.append(FIGURES, "<<<<<<< mine\n")


@fault(AREA, f"{FIGURES}, row 4: ", "not valid CSV", "check its quotation marks")
def quotation_mark_never_closed(project: Project) -> None:
    """A quotation mark that opens and never closes."""
    project.replace(FIGURES, ",21.99,", ',"21.99"x,')


@fault(AREA, f"{FIGURES}, value '200,000,000 bytes'", "at most 5,000,000 bytes", "right file")
def file_of_200_mb(project: Project) -> None:
    """A table of 200 MB."""
    with project.path(FIGURES).open("wb") as file:
        file.truncate(200_000_000)


@fault(AREA, f"{FIGURES}: ", "cannot be read", "symbolic links", "restore it or its permissions")
def symlink_loop(project: Project) -> None:
    """A table that is a symbolic link to itself."""
    project.path(FIGURES).unlink()
    project.path(FIGURES).symlink_to("2023.csv")


@fault(AREA, f"{FIGURES}: ", "cannot be read", "irectory", "restore it or its permissions")
def folder_instead_of_a_file(project: Project) -> None:
    """A folder in the place of a table."""
    project.path(FIGURES).unlink()
    project.path(FIGURES).mkdir()


@fault(AREA, "data/supervision.csv: ", "has no file", "restore it")
def missing_file(project: Project) -> None:
    """A table that is not there."""
    project.path("data/supervision.csv").unlink()


@fault(AREA, f"{FIGURES}, row 2, column note_zh: ", "in both languages or in none", "write it in")
def note_in_one_language(project: Project) -> None:
    """A note in English and not in Chinese."""
    project.replace(FIGURES, "1/p1/s3,,\n", "1/p1/s3,A note,\n")


@fault(AREA, f"{FIGURES}, row 2, column unit", "white space", "delete it")
def stray_space(project: Project) -> None:
    """A space before the word of a cell."""
    project.replace(FIGURES, "exact,person", "exact, person")


@fault(AREA, "data/sources.csv, row 2, column url", "'javascript:alert(1)'", "form of its column")
def address_that_is_a_script(project: Project) -> None:
    """A source whose address would run in the reader's browser."""
    text = project.read("data/sources.csv")
    address = text.split("http", 1)[1].split(",", 1)[0]
    project.write("data/sources.csv", text.replace(f"http{address}", "javascript:alert(1)", 1))
