"""The theme's colours for readers without JavaScript, and before it has run.

The theme writes its colours for `data-theme="light"` and `"dark"`, and a script chooses one. Until
then, and where no script runs, pages say `data-theme="auto"`, for which it has no colours. This
makes a sheet with the same rules for that case, chosen by what the reader's system prefers.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.application import Sphinx

from minsheng.site.kept import made_from

SHEET = "automatic.css"
# The theme gives it its colours after this sheet is made, unless Sphinx had no page to make anew:
# then it still has those of the build before, and the sheet would be another.
_LATER = "pygments.css"
_STRING = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\''
_TOKEN = re.compile(
    rf"/\*.*?\*/|{_STRING}|url\((?:{_STRING}|[^)\"'])*\)|[{{}}]|[^\"'/{{}}u]+|.", re.DOTALL
)
_SELECTORS = re.compile(r",(?![^()]*\))")
_LINK = re.compile(r'<link[^>]*href="_static/([^"?]+\.css)')


def automatic(css: str) -> str:
    """Return the rules of a sheet for light and dark as rules for `data-theme="auto"`."""
    rules = list(_rules(css))
    parts = ((mode, "".join(_for_mode(rules, mode))) for mode in ("light", "dark"))
    return "".join(
        f"@media (prefers-color-scheme: {mode}) {{\n{part}}}\n" for mode, part in parts if part
    )


def _for_mode(rules: Iterable[tuple[str, str]], mode: str) -> Iterator[str]:
    asked = re.compile(rf'\[data-theme=["\']?{mode}["\']?\]')
    for prelude, body in rules:
        if prelude.startswith(("@media", "@supports")):
            inner = "".join(_for_mode(_rules(body), mode))
            if inner:
                yield f"{prelude} {{\n{inner}}}\n"
            continue
        chosen = [each for each in _SELECTORS.split(prelude) if asked.search(each)]
        if chosen:
            selectors = asked.sub('[data-theme="auto"]', ",".join(chosen)).strip()
            yield f"{selectors} {{{body}}}\n"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and within each pair of outermost braces, without comments."""
    depth, held = 0, ["", ""]
    for token in _TOKEN.findall(css):
        if token.startswith("/*"):
            continue
        depth -= token == "}"
        if token == "}" and depth == 0:
            yield held[0].rpartition(";")[2].strip(), held[1]
            held = ["", ""]
        elif not (token == "{" and depth == 0):
            held[depth > 0] += token
        depth += token == "{"


def write_sheet(app: Sphinx, exception: Exception | None) -> None:
    """Write the sheet from those that the finished pages load, in their order."""
    pages = Path(app.outdir)
    if exception is not None or app.builder.format != "html" or not (pages / "index.html").exists():
        return
    sheets = _LINK.findall((pages / "index.html").read_text(encoding="utf-8"))
    static = pages / "_static"
    there = (static / name for name in sheets if name != _LATER)
    texts = (path.read_text(encoding="utf-8") for path in there if path.exists())
    made = made_from(app, "sheets", texts, automatic)
    (static / SHEET).write_text("".join(made), encoding="utf-8")
