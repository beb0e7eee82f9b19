"""What a page writes on: paragraphs, lists and tables, as HTML and the same as plain text."""

from collections.abc import Iterable

from IPython.display import display

from minsheng.commentary import Sentence, itemised, joined
from minsheng.language import Language
from minsheng.tables import Table


class Sheet:
    """The output of a notebook in one language; nothing is shown where nothing is said."""

    lang: Language

    def _paragraph(self, sentences: Iterable[Sentence | None]) -> None:
        said = [sentence for sentence in sentences if sentence is not None]
        if not said:
            return
        whole = joined(self.lang, said)
        self._show(f'<p class="finding">{whole.html}</p>', whole.plain)

    def _items(self, sentences: Iterable[Sentence]) -> None:
        said = list(sentences)
        if said:
            whole = itemised(said)
            self._show(whole.html, whole.plain)

    def _table(self, table: Table) -> None:
        self._show(table.html(self.lang), table.plain)

    def _show(self, html: str, plain: str) -> None:
        display({"text/html": html, "text/plain": plain}, raw=True)
