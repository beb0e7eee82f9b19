"""The code behind a result, folded away under a line that opens it.

The notebook extension writes paragraphs into that line, which HTML does not allow there, and gives
it a name in English that differs from the words it shows.
"""

from html import escape

from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

FOLDED = """<details class="hide {classes}">
<summary><span class="collapsed">{show}</span><span class="expanded">{hide}</span></summary>
"""


def _visit(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    opened = FOLDED.format(
        classes=" ".join(node["classes"]),
        show=escape(node["prompt_show"]),
        hide=escape(node["prompt_hide"]),
    )
    translator.body.append(opened)


def add_folded(app: Sphinx) -> None:
    """Let this write the lines above code that is folded away."""
    app.add_node(HideCodeCellNode, override=True, html=(_visit, depart_HideCellInput))
