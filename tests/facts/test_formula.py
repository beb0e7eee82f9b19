"""Every number that is no published figure names the formula it comes from."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.facts import FORMULA_NAMES, FORMULAS, Formula

TAG = re.compile(r'<data class="fact"[^>]*>')
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


@pytest.mark.parametrize("words", [FORMULAS, FORMULA_NAMES])
def test_every_formula_is_named_and_written_out(words: Mapping[Formula, str]) -> None:
    assert set(words) == set(Formula)
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_computed_numbers_name_their_formula(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    html = "".join("".join(output["data"].get("text/html", ())) for output in outputs)
    for tag in TAG.findall(html):
        figure = 'data-how="published"' in tag and 'data-figure=""' not in tag
        assert figure != ("data-formula=" in tag), tag
