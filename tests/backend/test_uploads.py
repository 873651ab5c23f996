"""What is uploaded twice at once is one attachment, as it is one after the other."""

from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from backend import uploads
from tests.people import person
from tests.pictures import picture
from tests.races import race


@pytest.mark.django_db(transaction=True)
def test_what_comes_twice_at_once_is_kept_once(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT, fitri = tmp_path, person("fitri")
    both, store = Barrier(2), uploads.store

    def stored(path: Path, content: bytes) -> None:
        store(path, content)
        both.wait(timeout=60)

    monkeypatch.setattr(uploads, "store", stored)
    first, again = race([lambda: uploads.keep(picture("daftar.jpg"), fitri, "file")] * 2)
    assert (first.pk, first.name) == (again.pk, "daftar.jpg")
