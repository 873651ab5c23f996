"""The checks by their number in documents.md 6; the sentence of a check is its docstring."""

from collections.abc import Callable

from tests.documents.checklist.specimen import Check

CHECKS: dict[int, Check] = {}


def check(number: int) -> Callable[[Check], Check]:
    def register(function: Check) -> Check:
        assert number not in CHECKS
        CHECKS[number] = function
        return function

    return register
