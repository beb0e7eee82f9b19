"""The files of golden sentences: what they should hold, and the command that writes them."""

from pathlib import Path

from commentary.golden import (
    of_across,
    of_audit,
    of_overview,
    of_promises,
    of_recommended,
    of_refusals,
    of_titles,
    of_unpublished,
    of_verdict,
    of_work,
)
from commentary.golden.case import Case, Listening

FOLDER = Path(__file__).parent
PATHS = {"en": FOLDER / "sentences.txt", "zh": FOLDER / "sentences.zh.txt"}
MAKERS = (
    of_promises,
    of_work,
    of_refusals,
    of_audit,
    of_across,
    of_overview,
    of_unpublished,
    of_verdict,
    of_recommended,
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
    for code, path in PATHS.items():
        path.write_text(said(Listening(code)), encoding="utf-8")
