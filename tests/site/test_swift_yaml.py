"""What is read and written in C is what Python reads and writes."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import jupyter_book
import pytest
import yaml

from minsheng import paths
from minsheng.data import load_book
from minsheng.language import LANGUAGES, Language
from minsheng.site import swift_yaml
from minsheng.site.languages import configuration
from minsheng.site.toc import render_toc

DEFAULTS = Path(jupyter_book.__file__).parent / "default_config.yml"
LAID_OUT: dict[str, Any] = {"sort_keys": False, "allow_unicode": True}


def texts() -> list[str]:
    languages = [Language(lang) for lang in LANGUAGES]
    staged = [text for lang in languages for text in (configuration(lang), contents(lang))]
    files = (DEFAULTS, paths.ROOT / "_config.yml", paths.ROOT / "_toc.yml")
    return [*staged, *(path.read_text(encoding="utf-8") for path in files)]


def contents(lang: Language) -> str:
    return render_toc(load_book(), lang)


@pytest.mark.parametrize("text", texts())
def test_a_text_says_the_same_and_is_written_the_same(text: str) -> None:
    tree = swift_yaml.safe_load(text)
    assert tree == yaml.safe_load(text)
    assert swift_yaml.safe_dump(tree, **LAID_OUT) == yaml.safe_dump(tree, **LAID_OUT)


def test_a_text_without_sense_is_refused_as_ever() -> None:
    with pytest.raises(yaml.YAMLError):
        swift_yaml.safe_load("a: [")


def test_modules_find_it_in_place_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    other = ModuleType("other")
    vars(other)["yaml"] = yaml
    monkeypatch.setitem(sys.modules, "other", other)
    swift_yaml.use_swift_yaml(["other"])
    assert vars(other)["yaml"] is swift_yaml
