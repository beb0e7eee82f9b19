"""The process beside a worker's thread: a request a line in, the run's end a line out, in JSON.

Requests and answers are made and read here and in `cluster`; what lies between only carries them.
"""

from __future__ import annotations

import json
import os
import select
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import IO

from minsheng.run.ended import Ended, Failure
from minsheng.run.engine import Engine
from minsheng.run.execute import Execution, Task

# A client that was killed cannot say that it is gone.
IDLE_SECONDS = 600.0


def request(task: Task, how: Execution, *, whole: bool) -> bytes:
    """Return everything that a run needs beside the book itself, as one line."""
    source, parameters, name = task
    asked = {
        "notebook": source.read_text(encoding="utf-8"),
        "file": source.name,
        "parameters": dict(parameters),
        "name": name,
        "engine": how.engine.value,
        "seconds": how.seconds,
        "whole": whole,
    }
    return json.dumps(asked).encode()


def answer(request: bytes) -> bytes:
    """Execute the run that was asked for; return how it ended, as one line."""
    asked = json.loads(request)
    with tempfile.TemporaryDirectory(prefix="minsheng-") as folder:
        source = Path(folder) / asked["file"]
        source.write_text(asked["notebook"], encoding="utf-8")
        task = (source, asked["parameters"], asked["name"])
        how = Execution(Engine(asked["engine"]), jobs=1, seconds=asked["seconds"])
        ((_, ended),) = how.ended({"": task}, whole=asked["whole"])
    return json.dumps(asdict(ended)).encode()


def ended(answer: bytes) -> Ended:
    """Return how a run ended, from its answer."""
    told = json.loads(answer)
    result = told["result"]
    return Ended(result if isinstance(result, str) else Failure(**result), told["seconds"])


def serve(requests: IO[bytes], answers: IO[bytes], idle: float = IDLE_SECONDS) -> None:
    """Answer requests until there are no more, or none has come for some seconds."""
    while select.select([requests], [], [], idle)[0]:
        line = requests.readline()
        if not line:
            return
        answers.write(answer(line) + b"\n")
        answers.flush()


def main() -> None:
    """Serve whoever started this process; nothing else may write where the answers go."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, answers)
