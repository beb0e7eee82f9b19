"""Run the notebooks: plan, strict parameters, papermill, the same bytes every time."""

from minsheng.run.execute import Engine, Execution, Failure, execute, run_all
from minsheng.run.parameters import check_parameters
from minsheng.run.plan import Run, plan
from minsheng.run.store import copy_for_hand_builds, store

__all__ = [
    "Engine",
    "Execution",
    "Failure",
    "Run",
    "check_parameters",
    "copy_for_hand_builds",
    "execute",
    "plan",
    "run_all",
    "store",
]
