"""An error says the same, and ends the command alike, when it comes from another process."""

import pickle

import pytest

from minsheng.errors import (
    Busy,
    ClusterFault,
    Fault,
    InputFault,
    MinshengError,
    OutputFault,
    RunFailure,
    UsageFault,
)

FAULTS = [
    Fault("data/promises.csv", "The cell is empty.", "fill it in", 3, "title_zh", ""),
    Fault("_build/src", "The file cannot be written (File too large).", "free space on the disk"),
]
MADE = (
    *(InputFault(FAULTS), UsageFault(FAULTS), OutputFault(FAULTS), ClusterFault(FAULTS)),
    *(RunFailure("A page failed."), Busy("Another build is running.")),
)


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_an_error_is_the_same_in_another_process(error: MinshengError) -> None:
    other = pickle.loads(pickle.dumps(error))
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert other.exit_code is error.exit_code
    assert getattr(other, "faults", None) == getattr(error, "faults", None)
