"""Run the notebooks: plan, strict parameters, papermill, the same bytes every time."""

from minsheng.run.cache import Cache, Pruned
from minsheng.run.due import Due
from minsheng.run.ended import Failure
from minsheng.run.engine import Engine
from minsheng.run.execute import Execution, Executor
from minsheng.run.incremental import due_runs, parameters_of, run_all
from minsheng.run.notebooks import require_notebooks
from minsheng.run.parameters import check_parameters
from minsheng.run.plan import Run, plan
from minsheng.run.store import copy_for_hand_builds, store

__all__ = [
    "Cache",
    "Due",
    "Engine",
    "Execution",
    "Executor",
    "Failure",
    "Pruned",
    "Run",
    "check_parameters",
    "copy_for_hand_builds",
    "due_runs",
    "parameters_of",
    "plan",
    "require_notebooks",
    "run_all",
    "store",
]
