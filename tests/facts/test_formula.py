"""Every number that is no published figure names the formula it comes from."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.facts import FORMULA_NAMES, FORMULAS, Formula
from stored import html_of

TAG = re.compile(r'<data class="fact"[^>]*>')
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


@pytest.mark.parametrize("words", [FORMULAS, FORMULA_NAMES])
def test_every_formula_is_named_and_written_out(words: Mapping[Formula, str]) -> None:
    assert set(words) == set(Formula)
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_computed_numbers_name_their_formula(path: Path) -> None:
    tags = TAG.findall(html_of(path))
    assert tags
    for tag in tags:
        figure = 'data-how="published"' in tag and 'data-figure=""' not in tag
        assert figure != ("data-formula=" in tag), tag
