"""What a page writes on: paragraphs, lists, tables and charts, as HTML and as plain text."""

from collections.abc import Iterable

from IPython.display import display

from minsheng.chapters.chart_data import chart_csv, chart_table
from minsheng.charts import Chart
from minsheng.commentary import Sentence, itemised, joined
from minsheng.language import Language, _
from minsheng.tables import DOWNLOADS, Table, csv_link

DATA = _("The data of this chart")


class Sheet:
    """The output of a notebook in one language; nothing is shown where nothing is said."""

    lang: Language

    def _paragraph(self, sentences: Iterable[Sentence | None]) -> None:
        said = [sentence for sentence in sentences if sentence is not None]
        if not said:
            return
        whole = joined(self.lang, said)
        self._show(whole.paragraph, whole.plain)

    def _items(self, sentences: Iterable[Sentence]) -> None:
        said = list(sentences)
        if said:
            whole = itemised(said)
            self._show(whole.html, whole.plain)

    def _table(self, table: Table) -> None:
        self._show(table.html(self.lang), table.plain)

    def _figure(self, title: Sentence, chart: Chart) -> None:
        table = chart_table(self.lang, chart.items)
        name = chart.key.removeprefix("chart-").removeprefix("figure-")
        link = csv_link(self.lang, name, chart_csv(self.lang, chart.items), title.plain)
        html = (
            f'<figure class="book-chart"><figcaption>{title.html}</figcaption>'
            f"{''.join(chart.drawings)}{DOWNLOADS.format(links=link)}"
            f'<details class="chart-data"><summary>{self.lang.text(DATA)}</summary>'
            f"{table.html(self.lang)}</details></figure>"
        )
        self._show(html, f"{title.plain}\n{table.plain}")

    def _show(self, html: str, plain: str) -> None:
        display({"text/html": html, "text/plain": plain}, raw=True)
