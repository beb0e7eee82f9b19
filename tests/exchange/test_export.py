"""Every edition exports as JSON that its schema accepts, exact and the same bytes every time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from minsheng.audit import audit
from minsheng.data import Edition, load_book
from minsheng.exchange.export import edition_json, schema_json
from minsheng.quantity import Interval, Reading
from minsheng.recovery import recover_all

YEARS = load_book().editions()
SCHEMA = json.loads(schema_json())


def edition(year: int) -> Edition:
    return load_book().edition(year)


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    return json.loads(edition_json(edition(2023)))


def faults(document: object) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("year", YEARS)
def test_every_edition_keeps_to_the_schema(year: int) -> None:
    assert faults(json.loads(edition_json(edition(year)))) == []


def plant(document: dict[str, Any], path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    planted = deepcopy(document)
    place: Any = planted
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return planted


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format_version",), "2.0"),
        (("stray",), 1),
        (("figures", 0, "value"), 219900.0),
        (("figures", 0, "value"), "2.199e5"),
        (("figures", 0, "enclosure", "low"), 0.5),
        (("figures", 0, "unit"), "persn"),
        (("promises", 0, "state"), "kept"),
        (("promises", 0, "flip"), {"change": "1"}),
        (("edition", "opinion"), "satisfied"),
        (("refusals", 0, "condition"), None),
    ],
)
def test_a_planted_fault_is_refused(
    exported: dict[str, Any], path: tuple[str | int, ...], value: object
) -> None:
    assert faults(plant(exported, path, value))


def test_every_key_is_needed_and_no_other_is_allowed() -> None:
    objects = [each for each in (SCHEMA, *SCHEMA["$defs"].values()) if each["type"] == "object"]
    assert len(objects) > 10
    for each in objects:
        assert each["required"] == [*each["properties"]]
        assert each["additionalProperties"] is False


def leaves(tree: object) -> Iterator[object]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value)
    else:
        yield tree


@pytest.mark.parametrize("year", YEARS)
def test_no_number_is_a_float(year: int) -> None:
    text = edition_json(edition(year))
    assert not any(isinstance(leaf, float) for leaf in leaves(json.loads(text)))
    assert text.endswith("}\n")


def interval(written: dict[str, Any]) -> Interval:
    low, high = (
        None if written[end] is None else Fraction(written[end]) for end in ("low", "high")
    )
    return Interval(low, high, written["low_closed"], written["high_closed"])


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_is_there_with_its_exact_values(year: int) -> None:
    figures = json.loads(edition_json(edition(year)))["figures"]
    assert [each["id"] for each in figures] == [*edition(year).figures]
    for each, figure in zip(figures, edition(year).figures.values(), strict=True):
        assert Fraction(each["value"]) == figure.value
        assert interval(each["enclosure"]) == figure.enclosure()
        cut = figure.enclosure(Reading.TRUNCATED)
        assert interval(each["enclosure_if_truncated"]) == cut


def test_the_printed_form_is_that_of_the_source(exported: dict[str, Any]) -> None:
    forms = {each["id"]: each["printed_form"] for each in exported["figures"]}
    assert forms["2023.urban_new_jobs.actual"] == "21.99万"
    assert forms["2023.unemployment_benefits.actual"] == "14亿"
    assert forms["2023.labour_demand.yoy_pct"] == "4.22%"


def test_hedged_figures_are_bounded_on_one_side(exported: dict[str, Any]) -> None:
    paid = next(f for f in exported["figures"] if f["measure"] == "unemployment_benefits")
    assert (paid["enclosure"]["low"], paid["enclosure"]["high"]) == ("1400000000", None)
    benefit = next(r for r in exported["ratios"] if r["key"] == "benefit_per_person")
    assert Fraction(benefit["value"]["low"]) == Fraction(1_400_000_000, 164_500)
    assert benefit["value"]["low_decimal"] == "8510.638297"
    assert benefit["value"]["high"] is None


def test_the_judgements_of_2023(exported: dict[str, Any]) -> None:
    assert [(each["state"], each["evidence"]) for each in exported["promises"]] == [
        ("achieved", "recomputable"),
        ("asserted_achieved", "asserted"),
        ("achieved", "recomputable"),
        ("stated_achieved", "stated"),
        ("achieved", "recomputable"),
    ]
    disabled = exported["promises"][4]
    assert disabled["flip"] == {"change": "-180", "state": "on_schedule"}
    assert disabled["completion"]["rate_pct"]["low"] == "779/6"
    assert disabled["completion"]["rate_pct"]["low_decimal"] == "129.833333"
    assert disabled["completion"]["rate_pct"]["high_decimal"] == "129.833334"
    assert interval(disabled["even_spread_pct"]) == Interval.exactly(Fraction("155.8"))


def test_the_opinion_stands_with_its_place(exported: dict[str, Any]) -> None:
    opinion = exported["edition"]["opinion"]
    assert (opinion["opinion"], opinion["locator"]) == ("satisfied", "5/p1/s1")
    assert opinion["source"] in {each["id"] for each in exported["sources"]}


@pytest.mark.parametrize("year", YEARS)
def test_recovered_values_are_those_of_the_library(year: int) -> None:
    written = json.loads(edition_json(edition(year)))["recovered"]
    found = [*recover_all(edition(year).whole())]
    assert [interval(each["value"]) for each in written] == [each.value for each in found]


@pytest.mark.parametrize("year", YEARS)
def test_every_refusal_gives_condition_and_reason_in_both_languages(year: int) -> None:
    for each in json.loads(edition_json(edition(year)))["refusals"]:
        assert each["condition"]
        assert each["why"]["en"]
        assert each["why"]["zh"]
        assert each["subject"] or each["figures"]


@pytest.mark.parametrize("year", YEARS)
def test_every_key_leads_somewhere(year: int) -> None:
    document = json.loads(edition_json(edition(year)))
    held = document["figures"] + document["cited"]
    figures = {each["id"] for each in held}
    measures = {each["key"] for each in document["measures"]}
    sources = {each["id"] for each in document["sources"]}
    assert {each["measure"] for each in held + document["promises"]} <= measures
    assert {each["source"] for each in held + document["promises"]} <= sources
    for promise in document["promises"]:
        assert {*promise["figures"].values()} <= {None, *figures}
        for other in (promise["ambition"] or {}).get("elsewhere", ()):
            assert {other["target"], other["reached"]} <= figures
    for ratio in document["ratios"]:
        assert {ratio["numerator"], ratio["denominator"]} <= figures
    for each in document["recovered"] + document["refusals"]:
        assert {*each.get("inputs", ()), *each.get("figures", ())} <= figures
    for each in document["growth"]:
        assert {each["later"], each["earlier"]} <= figures
    for each in document["shares_of_year"]:
        assert {each["part"], each["whole"]} <= figures
    for line in document["audit"]["lines"]:
        assert {line["printed"], *line["inputs"]} <= figures
    assert not {each["id"] for each in document["figures"]} & {c["id"] for c in document["cited"]}


@pytest.mark.parametrize("year", YEARS)
def test_the_audit_is_that_of_the_library(year: int) -> None:
    written = json.loads(edition_json(edition(year)))["audit"]
    found = audit(edition(year).whole())
    assert (written["printed"], written["tested"]) == (len(found.lines), len(found.tested))
    for each, line in zip(written["lines"], found.lines, strict=True):
        assert each["printed"] == line.printed.figure_id
        assert (each["outcome"], each["missing"]) == (line.outcome, line.missing)
        assert (each["force"], each["outcome_if_truncated"]) == (line.force, line.truncated)
        assert each["inputs"] == [figure.figure_id for figure in line.inputs]
        if line.recomputed is not None:
            assert interval(each["recomputed_pct"]) == line.recomputed.value_pct
            assert Fraction(each["naive_pct"]) == line.recomputed.naive_pct
    relations = [(each["key"], each["finding"]) for each in written["relations"]]
    assert relations == [(each.relation.key, each.finding) for each in found.relations]


def test_two_of_the_six_percentages_of_2023_could_be_tested(exported: dict[str, Any]) -> None:
    tests = exported["audit"]
    assert (tests["printed"], tests["tested"]) == (6, 2)
    jobs = next(each for each in tests["lines"] if "urban_new_jobs.completion" in each["printed"])
    assert (jobs["outcome"], jobs["force"], jobs["naive_pct"]) == ("consistent", 5, "109.95")
    assert interval(jobs["recomputed_pct"]) == Interval(Fraction("109.925"), Fraction("109.975"))
    assert (jobs["flip"]["units"], jobs["flip"]["outcome"]) == (-1, "contradicted")


def test_the_forces_of_2020_are_those_of_its_printed_forms() -> None:
    lines = json.loads(edition_json(edition(2020)))["audit"]["lines"]
    assert [(line["force"], line["outcome"]) for line in lines] == [
        (7, "consistent"),
        (56, "consistent"),
    ]
    assert lines[0]["naive_pct"] == "63.125"


def test_an_ambition_over_part_of_a_year_is_an_upper_bound(exported: dict[str, Any]) -> None:
    found = exported["promises"][0]["ambition"]
    assert found["ratio"]["low"] is None
    assert found["ratio"]["high_decimal"] == "0.921947"
    assert found["base_period"]["text"] == "2022-01/2022-10"
    (nation,) = found["elsewhere"]
    assert (nation["region"], nation["ratio"]["low_decimal"][:5]) == ("100000", "0.994")


@pytest.mark.parametrize(
    ("later", "earlier", "condition"),
    [
        ("2023.urban_new_jobs.actual", "2021.urban_new_jobs.actual", "months"),
        ("2023.labour_demand.actual", "2021.labour_demand.actual", "not_declared"),
    ],
)
def test_growth_that_may_not_be_computed_is_refused_with_its_reason(
    exported: dict[str, Any], later: str, earlier: str, condition: str
) -> None:
    (refusal,) = (each for each in exported["refusals"] if each["figures"] == [later, earlier])
    assert (refusal["comparing"], refusal["condition"]) == ("series", condition)
    assert refusal["why"]["en"]
    assert exported["growth"] == []


def test_an_edition_without_a_figure_exports_its_promise() -> None:
    document = json.loads(edition_json(edition(2026)))
    assert document["figures"] == []
    assert [each["state"] for each in document["promises"]] == ["not_published"]
    assert document["audit"] == {"printed": 0, "tested": 0, "lines": [], "relations": []}


def test_another_process_writes_the_same_bytes() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "minsheng", "export", "--year", "2023"],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
        ).stdout
        for seed, encoding in (("1", "ascii"), ("2", "utf-8"))
    ]
    assert outputs[0] == outputs[1] == edition_json(edition(2023)).encode()
