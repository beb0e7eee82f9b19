"""Every number that no source prints names the formula it comes from."""

import json
import re
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.facts import FORMULAS, Formula

TAG = re.compile(r'<data class="fact"[^>]*>')
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


def test_every_formula_is_written_out() -> None:
    assert set(FORMULAS) == set(Formula)
    assert len(set(FORMULAS.values())) == len(FORMULAS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_computed_numbers_name_their_formula(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    html = "".join("".join(output["data"].get("text/html", ())) for output in outputs)
    for tag in TAG.findall(html):
        computed = 'data-how="published"' not in tag
        assert computed == ("data-formula=" in tag), tag
