"""`python -m backend.launch COMMAND`: what `./siklus`, the Dockerfile and the compose file call."""

import os
import sys
from collections.abc import Callable, Sequence

from backend.launch import endings, entry
from backend.launch.demo import demo
from backend.launch.health import health
from backend.launch.progress import Failure, say

COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": demo,
    "test": entry.test,
    "replay": entry.replay,
    "bench": entry.bench,
    "verify": entry.verify,
    "manage": entry.manage,
    "reset": entry.reset,
    "migrate": entry.migrate,
    "web": entry.web,
    "worker": entry.worker,
    "scheduler": entry.scheduler,
    "health": health,
}


def main(arguments: Sequence[str]) -> int:
    """The exit code of the command: 1 with a sentence when a person must put something right, 130 after Ctrl-C."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: python -m backend.launch {{{'|'.join(COMMANDS)}}} …", file=sys.stderr)
        return 2
    os.umask(0o022)
    endings.listen()
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Failure as failure:
        say(str(failure))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
