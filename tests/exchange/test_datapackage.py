"""The data package agrees with the contract, and an outside validator accepts the data."""

import json
import shutil
from pathlib import Path

import yaml
from frictionless import Package
from jsonschema import Draft202012Validator

from minsheng import paths
from minsheng.exchange.datapackage import datapackage


def test_it_is_made_from_the_contract() -> None:
    stored = (paths.DATA / "datapackage.json").read_text(encoding="utf-8")
    assert stored == datapackage()


def test_frictionless_accepts_the_data() -> None:
    report = Package(str(paths.DATA / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
    described = [*paths.DATA.rglob("*.csv"), paths.DATA / "rules.yml"]
    assert len(report.tasks) == len(described)


def test_the_rules_keep_to_their_schema() -> None:
    (described,) = [each for each in json.loads(datapackage())["resources"] if "jsonSchema" in each]
    rules = yaml.safe_load((paths.DATA / described["path"]).read_text(encoding="utf-8"))
    check = Draft202012Validator(described["jsonSchema"]).is_valid
    assert check(rules)
    rules["own_rule"]["otherwise"] = "perhaps"
    assert not check(rules)


def test_frictionless_refuses_a_planted_fault(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(paths.DATA, tmp_path / "data"))
    path = folder / "figures/2023.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("exact,person", "exact,persn", 1), encoding="utf-8")
    assert not Package(str(folder / "datapackage.json")).validate().valid
