"""The file of golden sentences: what it should hold, and the command that writes it."""

from pathlib import Path

from commentary.golden import (
    of_across,
    of_audit,
    of_overview,
    of_promises,
    of_refusals,
    of_titles,
    of_unpublished,
    of_work,
)
from commentary.golden.case import Case, Listening

PATH = Path(__file__).with_name("sentences.txt")
MAKERS = (
    of_promises,
    of_work,
    of_refusals,
    of_audit,
    of_across,
    of_overview,
    of_unpublished,
    of_titles,
)


def said(lang: Listening) -> str:
    """Return every golden sentence, a heading before those of one function."""
    found: dict[str, list[Case]] = {}
    for maker in MAKERS:
        for case in maker.cases(lang):
            found.setdefault(case.asked, []).append(case)
    parts = ["\n".join([f"# {asked}", *(c.line for c in cases)]) for asked, cases in found.items()]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PATH.write_text(said(Listening("en")), encoding="utf-8")
