"""Run one command with servers of its own in a folder that is thrown away afterwards."""

import shutil
from collections.abc import Sequence

from backend.launch import children, endings, servers, state
from backend.launch.management import process_environment


def run_with_throw_away_servers(command: Sequence[str], environment: str) -> int:
    """Run the command in that SIKLUS_ENV; its exit code is ours."""
    folder, lock = state.throw_away_folder(state.state_folder())
    running = servers.start_missing(folder.parent, folder, lock, durable=False)
    started: list[children.Child] = []
    try:
        env = process_environment(running, environment, folder)
        started.append(children.start(command[0], command, env=env, keep=[lock.fd], cwd=state.CHECKOUT))
        return children.exit_code(started[0].process.wait())
    finally:
        endings.ignore()
        children.stop_all(started)
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)
