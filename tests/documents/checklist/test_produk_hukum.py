"""Every kind of decree, correction, copy and excerpt against every check that applies to it."""

import pytest

from tests.documents.checklist.kinds import PRODUK_HUKUM
from tests.documents.checklist.matrix import applied, try_on_all


@pytest.mark.parametrize(("number", "template"), applied(PRODUK_HUKUM))
def test_a_decree_passes_the_check(number: int, template: str) -> None:
    try_on_all(number, template)
