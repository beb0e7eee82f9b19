"""`data/datapackage.json`, a Frictionless Data Package, made from the contract.

Format: Frictionless Data, *Data Package* and *Table Schema* (specifications v1).
"""

import json
from typing import Any

from minsheng import __version__, paths
from minsheng.data.contract import TABLES, Column, Table
from minsheng.data.deciding import CONTRACT as RULES
from minsheng.files import write_whole


def datapackage() -> str:
    """Return the data package as JSON text."""
    package = {
        "name": "ningbo-livelihood-promises-employment",
        "title": "Promises and figures: employment in Ningbo",
        "version": __version__,
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "resources": [
            _resource(table, path.relative_to(paths.DATA).as_posix())
            for table in TABLES
            for path in sorted(paths.DATA.glob(table.files))
        ]
        + [_rules()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def write_datapackage() -> str:
    """Write the data package beside the data; return its path as the project shows it."""
    path = paths.DATA / "datapackage.json"
    write_whole(path, datapackage())
    return paths.relative(path)


def _resource(table: Table, path: str) -> dict[str, Any]:
    return {
        "name": path.removesuffix(".csv").replace("/", "-"),
        "description": table.meaning,
        "path": path,
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "primaryKey": [table.primary],
        },
    }


def _rules() -> dict[str, Any]:
    """Describe the file of the rules, with the JSON Schema that its contract is."""
    return {
        "name": "rules",
        "description": "The rules by which results are drawn together, with their thresholds",
        "path": "rules.yml",
        "profile": "data-resource",
        "format": "yml",
        "mediatype": "application/yaml",
        "encoding": "utf-8",
        "jsonSchema": RULES.json_schema(),
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.name == table.primary:
        limits["unique"] = True
    if column.pattern is not None:
        limits["pattern"] = column.pattern
    if column.vocabulary is not None:
        limits["enum"] = list(column.vocabulary)
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string",
        "description": column.meaning,
    }
    return {**field, "constraints": limits} if limits else field
