"""How much one paper may use."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Limits:
    """A 136-row decree takes 0.7 s and 0.1 GB; these stop what is broken or hostile, not what is long."""

    memory: int = 1_000_000_000  # bytes of address space
    cpu: int = 60  # seconds of processor
    wall: float = 40.0  # seconds by the clock; below the soft limit of the tasks that render
    file: int = 50_000_000  # bytes of output
    pages: int = 300

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


LIMITS = Limits()
OPENING = Limits(cpu=15, wall=20.0)
"""For what people send: somebody waits for the answer."""
