"""The README's jq examples work on the export as it is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.data import load_book
from minsheng.exchange.export import edition_json

EXAMPLES = re.findall(r"^(jq .*)$", (paths.ROOT / "README.md").read_text(encoding="utf-8"), re.M)
ANSWERS = {
    ".evidence]": "2023.jobless_graduates\tstated_achieved\tstated\n",
    ".printed_form": "2023.labour_demand.yoy_pct\t4.22%\t4.22\n",
    ".flip.change": "2023.disabled_employment: -180, then on_schedule\n",
    ".audit": "2023.urban_new_jobs.completion_pct\tconsistent\t5\n",
    ".recovered": "labour_demand\t2022-01/2022-10\t579947.229551\t580098.834141\n",
    ".refusals": "Coverage recomputed: the number of graduates assisted is not printed\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = edition_json(load_book().edition(2023))
    (tmp_path / "edition-2023.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_there_is_an_answer_for_every_example() -> None:
    asked = [part for part in ANSWERS for example in EXAMPLES if part in example]
    assert len(EXAMPLES) == len(asked) == len(ANSWERS)


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize("part", ANSWERS)
def test_the_example_answers(part: str, folder: Path) -> None:
    example = next(each for each in EXAMPLES if part in each)
    done = subprocess.run(["sh", "-c", example], cwd=folder, capture_output=True, check=True)
    assert ANSWERS[part] in done.stdout.decode("utf-8")
