"""A broken `rules.yml` ends in faults that name file, line, key, value, rule and remedy."""

import shutil
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.data import read_book
from minsheng.errors import Exit, Fault, InputFault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.DATA, tmp_path / "data"))


def faults_after(folder: Path, *edits: tuple[str, str]) -> InputFault:
    path = folder / "rules.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputFault) as caught:
        read_book(folder)
    assert caught.value.exit_code is Exit.DATA
    return caught.value


def line(words: str) -> int:
    """Return the line of the published file that holds the words first."""
    lines = (paths.DATA / "rules.yml").read_text(encoding="utf-8").splitlines()
    return next(number for number, text in enumerate(lines, 1) if words in text)


FAULTS = {
    "unknown_state": ("states: [missed]", "states: [mised]", "states: [missed]",
                      "own_rule.steps.0.states.0", "mised", "Input should be"),
    "unknown_key": ("      at_least: 1\n", "      at_last: 1\n", "at_least: 1",
                    "own_rule.steps.0.at_last", "1", "Unexpected"),
    "no_states": ("states: [achieved]", "states: []", "states: [achieved]",
                  "own_rule.steps.1.states", None, "at least 1 item"),
    "threshold_of_zero": ("at_least: 1\n", "at_least: 0\n", "at_least: 1",
                          "own_rule.steps.0.at_least", "0", "greater than or equal to 1"),
    "threshold_in_words": ("at_least: 1\n", "at_least: one\n", "at_least: 1",
                           "own_rule.steps.0.at_least", "one", "valid integer"),
    "threshold_as_float": ("at_least_pct: 100", "at_least_pct: 99.5", "at_least_pct: 1",
                           "own_rule.steps.1.at_least_pct", "99.5", "quotation marks"),
    "share_of_more_than_all": ("at_least_pct: 100", "at_least_pct: 101", "at_least_pct: 1",
                               "own_rule.steps.1.at_least_pct", "101", "less than or equal"),
    "share_that_is_no_number": ("at_least_pct: 100", "at_least_pct: most", "at_least_pct: 1",
                                "own_rule.steps.1.at_least_pct", "most", "is no number"),
    "no_threshold": ("      at_least: 1\n", "", "result: missed",
                     "own_rule.steps.0", "neither", "one threshold"),
    "two_thresholds": ("at_least: 1\n", "at_least: 1\n      at_least_pct: 50\n", "result: missed",
                       "own_rule.steps.0", "both", "one threshold"),
    "no_steps_at_all": ("  otherwise: open\n", "", "own_rule:",
                        "own_rule.otherwise", None, "required"),
    "reason_left_out": ("    undetermined:\n", "    behind_time:\n", "undetermined:",
                        "own_rule.reasons.behind_time", "behind_time", "Input should be"),
    "text_in_one_language": ("    missed: {en: a promise was missed, zh: 有项目标未完成}",
                             "    missed: {en: a promise was missed}", "a promise was missed",
                             "own_rule.results.missed", None, "English or Chinese is missing"),
    "condition_without_a_bound": ("{votes: [satisfied], below: \"1/2\"}", "{votes: [satisfied]}",
                                  "below:", "votes.zhenhai.clauses.1.when.0",
                                  "basically_satisfied", "one bound"),
    "yardstick_without_a_citation": ("    source: statcan-progress\n", "", "open_sdg:",
                                     "yardsticks.open_sdg.source", None, "required"),
    "yardstick_of_no_method": ("method: schedule", "method: feeling", "method: schedule",
                               "yardsticks.schedule.method", "feeling", "Input should be"),
    "growth_without_its_classes": ("    achieved: target_achieved\n", "", "open_sdg:",
                                   "yardsticks.open_sdg", "achieved", "needs the part achieved"),
    "classes_out_of_order": ("{result: on_track, at_least: \"0.015\"}",
                             "{result: on_track, at_least: \"0.001\"}", "    without_target:",
                             "yardsticks.open_sdg.without_target", None, "do not fall"),
    "class_without_a_bound": ("{result: reached, at_least: 1}", "{result: reached}",
                              "    classes:", "yardsticks.attainment.classes", None, "a bound"),
    "class_without_words": ("- {result: not_reached}", "- {result: late}", "    results:",
                            "yardsticks.attainment.results", "late", "say nothing of late"),
    "opinion_of_no_scale": ("- opinion: satisfied", "- opinion: delighted", "- opinion: satisfied",
                            "votes.zhenhai.clauses.0.opinion", "delighted", "Input should be"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_fault(folder: Path, name: str) -> None:
    old, new, place, key, value, rule = FAULTS[name]
    found = faults_after(folder, (old, new)).faults
    expected = line(place)
    assert [(each.file, each.row, each.column, each.value) for each in found] == [
        ("rules.yml", expected, key, value)
    ]
    assert rule in found[0].rule
    assert found[0].remedy


def test_a_state_without_a_reason_is_a_fault(folder: Path) -> None:
    text = "    missed: {en: the target was missed, zh: 目标未完成}\n"
    (fault,) = faults_after(folder, (text, "")).faults
    assert (fault.column, fault.value) == ("own_rule.reasons", "missed")


def test_all_faults_come_at_once(folder: Path) -> None:
    edits = (("at_least: 1\n", "at_least: 0\n"), ("otherwise: open", "otherwise: perhaps"))
    found: tuple[Fault, ...] = faults_after(folder, *edits).faults
    assert {each.column for each in found} == {"own_rule.steps.0.at_least", "own_rule.otherwise"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("  otherwise: open\n", "  otherwise: open\n  otherwise: open\n", "stands twice"),
        ("at_least: 1\n", "at_least: &n 1\n      x: *n\n", "aliases are not allowed"),
        ("own_rule:\n", "own_rule: [\n", "not valid YAML"),
    ],
)
def test_yaml_that_is_refused(folder: Path, old: str, new: str, rule: str) -> None:
    (fault,) = faults_after(folder, (old, new)).faults
    assert rule in fault.rule
    assert fault.row


def test_a_file_without_rules_is_refused(folder: Path) -> None:
    (folder / "rules.yml").write_text("- nothing\n", encoding="utf-8")
    with pytest.raises(InputFault, match="holds no mapping"):
        read_book(folder)


def test_a_folder_without_the_file_is_refused(folder: Path) -> None:
    (folder / "rules.yml").unlink()
    with pytest.raises(InputFault, match="cannot be read"):
        read_book(folder)
