"""Whatever stands in the catalogue where a text, a list or a number should, its entry is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from minsheng import paths
from minsheng.data import yaml_text
from minsheng.data.catalogue import read_catalogue
from minsheng.data.yaml_text import read_mapping
from minsheng.errors import InputFault

TEXT = {"en": "a text", "zh": "文本"}
RATIO = {
    **{"kind": "ratio", "with": "posts", "key": "visits_per_post", "unit": "ratio"},
    **{"name": TEXT, "why": TEXT, "decimals": 2},
}
MEASURE = {
    **{"name": TEXT, "unit": "person", "agency": "bureau", "chapter": "market"},
    "definition": {**TEXT, "source": "report"},
    "breaks": [{"year": 2021, "what": TEXT}],
    "comparisons": [RATIO],
    "refusals": [{"subject": TEXT, "why": TEXT, "with": "posts", "comparing": "ratio"}],
    "covers": ["posts"],
}
CATALOGUE = {
    "regions": {"330200": {"name": TEXT, "level": "city"}},
    "agencies": {"bureau": {"name": TEXT}},
    "parts": {"work": {"name": TEXT}},
    "chapters": {"market": {"part": "work", "title": TEXT, "question": TEXT, "reads": ["visits"]}},
    "measures": {"visits": MEASURE},
    "relations": {
        "sum": {
            **{"nature": "definitional", "form": "sum", "whole": "visits", "why": TEXT},
            "parts": ["posts"],
        }
    },
}
# Where texts stand, and lists of them, and whole numbers: by the keys from the top.
TEXTS = (
    *("regions.330200.level", "regions.330200.name.zh", "agencies.bureau.name.en"),
    *("chapters.market.part", "chapters.market.reads.0", "measures.visits.agency"),
    *("measures.visits.chapter", "measures.visits.definition.source", "measures.visits.covers.0"),
    *("measures.visits.comparisons.0.key", "measures.visits.comparisons.0.with"),
    *("measures.visits.refusals.0.with", "measures.visits.refusals.0.comparing"),
    *("relations.sum.whole", "relations.sum.parts.0"),
)
LISTS = ("chapters.market.reads", "measures.visits.covers", "relations.sum.parts")
NUMBERS = ("measures.visits.breaks.0.year", "measures.visits.comparisons.0.decimals")


def read(folder: Path, tree: object) -> object:
    """Read a tree as the catalogue; JSON is YAML."""
    path = folder / "catalogue.yml"
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return read_catalogue(path)


def altered(place: str, value: object) -> Any:
    """Return the catalogue with another value in one place."""
    tree = json.loads(json.dumps(CATALOGUE))
    inner = tree
    *way, last = [int(step) if step == "0" else step for step in place.split(".")]
    for step in way:
        inner = inner[step]
    assert inner[last] != value
    inner[last] = value
    return tree


def test_as_it_stands_it_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, CATALOGUE)


@pytest.mark.parametrize("value", [{"a": None}, ["posts"], 2021, True], ids=repr)
@pytest.mark.parametrize("place", TEXTS)
def test_a_text_is_one(tmp_path: Path, place: str, value: object) -> None:
    part, entry, *_ = place.split(".")
    with pytest.raises(InputFault, match=f"The entry {part}.{entry} .* is no text"):
        read(tmp_path, altered(place, value))


@pytest.mark.parametrize("value", ["posts", {"posts": 1}, 1], ids=repr)
@pytest.mark.parametrize("place", LISTS)
def test_a_list_is_one(tmp_path: Path, place: str, value: object) -> None:
    with pytest.raises(InputFault, match="is no list"):
        read(tmp_path, altered(place, value))


@pytest.mark.parametrize("value", [2021.5, "2021", True, float("inf"), None], ids=repr)
@pytest.mark.parametrize("place", NUMBERS)
def test_a_whole_number_is_one(tmp_path: Path, place: str, value: object) -> None:
    with pytest.raises(InputFault, match="is no whole number"):
        read(tmp_path, altered(place, value))


def test_keys_of_any_kind_beside_a_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.yml"
    text = json.dumps(CATALOGUE).replace('"zh"', '1: "x", b: "y", "zh"', 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputFault, match=r"must stand in quotation marks: \['1', 'b'\]"):
        read_catalogue(path)


@pytest.mark.parametrize("name", ["catalogue.yml", "rules.yml"])
def test_both_readers_of_yaml_read_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    swift = read_mapping(paths.DATA / name, "")
    monkeypatch.setattr(yaml_text, "_Swift", yaml_text._Telling)
    assert list(read_mapping(paths.DATA / name, "").items()) == list(swift.items())
