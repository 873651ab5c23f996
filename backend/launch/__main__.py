"""`python -m backend.launch COMMAND`: what `./siklus`, the Dockerfile and the compose file call."""

import os
import sys
from collections.abc import Callable, Sequence

from backend.launch import endings
from backend.launch.management import manage
from backend.launch.progress import Failure, say
from backend.launch.run_with import run_with_throw_away_servers


def test(arguments: Sequence[str]) -> int:
    return run_with_throw_away_servers([sys.executable, "-m", "pytest", *arguments], "test")


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"test": test, "manage": manage}


def main(arguments: Sequence[str]) -> int:
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
