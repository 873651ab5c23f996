"""A process-mining tool reads the log. It is AGPL and large, so it comes into an environment of its own, for this run alone."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from backend.launch.state import CHECKOUT
from tests.backend.figures.test_process_log import log
from tests.evaluation_world import EvaluationWorld

UV = CHECKOUT / ".siklus" / "bin" / "uv"
TOOL = "pm4py==2.7.23.11"
COUNT = """
import json, sys, pm4py
read = pm4py.read_ocel2_json(sys.argv[1])
flat = pm4py.ocel_flattening(read, "evaluation")
print(json.dumps([len(read.events), len(read.objects), len(read.relations), sorted(set(read.objects["ocel:type"])), len(flat)]))
"""


def with_tool(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [UV, "run", "--quiet", "--no-project", "--with", TOOL, "python", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=600)


@pytest.mark.nightly
def test_a_mining_tool_reads_as_many_events_and_objects(world: EvaluationWorld, told: Any, opened: Any, tmp_path: Path) -> None:
    told(0, "progress")
    world.accepted()
    if with_tool("-c", "import pm4py").returncode:
        pytest.skip(f"{TOOL} cannot be had here")
    written = log(world)
    file = tmp_path / "jurnal.json"
    file.write_text(json.dumps(written))
    read = with_tool("-c", COUNT, file)
    assert read.returncode == 0, read.stderr
    [events, objects, relations, types, flat] = json.loads(read.stdout.splitlines()[-1])
    assert events == len(written["events"])
    assert objects == len(written["objects"])
    assert relations == sum(len(one["relationships"]) for one in written["events"])
    assert types == sorted(one["name"] for one in written["objectTypes"])
    assert flat >= 5
