"""What is done to every page: formulas stay as they are, foreign words are marked as such."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from minsheng.site.languages import page_language

# docutils turns a class that begins so into the attribute `lang`.
MARK = "language-"


class _KeepFormulas(SphinxTransform):
    """Keep formulas out of translation: they are the same in every language.

    A translated one would come back as a paragraph, its backslashes gone.
    """

    default_priority = 10  # before Sphinx looks for what to translate, at 20

    def apply(self, **_: Any) -> None:
        """Mark every formula of the page."""
        for formula in self.document.findall(nodes.math_block):
            formula["translatable"] = False


class _MarkForeign(SphinxPostTransform):
    """Mark words of the other language, so that they are read aloud and set as such."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Cut the texts of the page where the script changes."""
        lang = page_language(self.config)
        texts = self.document.findall(nodes.Text)
        for text in [each for each in texts if not _is_set_apart(each.parent)]:
            runs = lang.runs(text.astext())
            if any(foreign for __, foreign in runs):
                mark = f"{MARK}{lang.other_tag}"
                text.parent.replace(
                    text, [_marked(words, mark * foreign) for words, foreign in runs]
                )


def _is_set_apart(parent: nodes.Element) -> bool:
    """Tell whether the words stand as code or formula, or are marked already."""
    apart = (nodes.raw, nodes.literal, nodes.math, nodes.FixedTextElement)
    return isinstance(parent, apart) or MARK in " ".join(parent.get("classes", []))


def _marked(words: str, mark: str) -> nodes.Node:
    return nodes.inline("", words, classes=[mark]) if mark else nodes.Text(words)


def add_transforms(app: Sphinx) -> None:
    """Register them."""
    app.add_transform(_KeepFormulas)
    app.add_post_transform(_MarkForeign)
