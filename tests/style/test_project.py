"""What is said in two places of the project is the same in both."""

import re
import tomllib

import yaml

import minsheng
from minsheng import paths

MAKEFILE = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_help_explains_every_target() -> None:
    targets = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.M)
    explained = re.findall(r"^([a-z-]+):.* ## \S", MAKEFILE, re.M)
    assert targets
    assert sorted(targets[1].split()) == sorted(explained)


def test_makefile_and_package_name_the_same_pythons() -> None:
    low, high = re.search(r"\((3, \d+)\) <= .* <= \((3, \d+)\)", MAKEFILE).groups()
    (lowest, highest) = (int(end.split(", ")[1]) for end in (low, high))
    assert PROJECT["project"]["requires-python"] == f">=3.{lowest},<3.{highest + 1}"
    checked = re.search(r"^PYTHONS := (.*)$", MAKEFILE, re.M)[1].split()
    assert checked == [f"3.{minor}" for minor in range(lowest, highest + 1)]


def test_citation_names_the_version() -> None:
    citation = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == minsheng.__version__
