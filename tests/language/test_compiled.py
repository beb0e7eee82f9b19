"""A catalogue is compiled once as long as it says the same, also ahead of whoever reads it."""

from pathlib import Path

import pytest

from minsheng import paths
from minsheng.language.messages import DOMAIN, compile_ahead, compiled, translations

CATALOGUE = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n{}'
ENTRY = 'msgid "Edition"\nmsgstr "{}"\n'


def test_what_was_compiled_ahead_is_read_unless_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "CATALOGUES", tmp_path)
    path = tmp_path / f"{DOMAIN}.po"
    path.write_text(CATALOGUE.format(ENTRY.format("版本")), encoding="utf-8")
    compile_ahead()
    before = compiled.cache_info().misses
    read = translations.__wrapped__
    assert read("zh").gettext("Edition") == "版本"
    assert compiled.cache_info().misses == before
    path.write_text(CATALOGUE.format(ENTRY.format("另版")), encoding="utf-8")
    assert read("zh").gettext("Edition") == "另版"


def test_without_a_catalogue_nothing_is_compiled_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "CATALOGUES", tmp_path)
    before = compiled.cache_info()
    compile_ahead()
    assert compiled.cache_info() == before
