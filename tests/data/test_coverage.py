"""Every published figure is shown by at least one chapter's stored outputs."""

import re

from minsheng import paths
from minsheng.data import load_book

TAG = re.compile(r'data-figure=\\"([^\\"]*)\\"')


def test_every_figure_of_2023_is_shown_by_a_chapter() -> None:
    shown = {
        figure
        for path in paths.NOTEBOOKS.glob("*.ipynb")
        for ids in TAG.findall(path.read_text(encoding="utf-8"))
        for figure in ids.split()
    }
    assert set(load_book().edition(2023).figures) - shown == set()
