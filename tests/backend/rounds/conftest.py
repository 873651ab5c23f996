from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld, build_evaluation_world, known
from tests.ground import Ground, ground_of
from tests.workflows.evaluations.vectors import V2
from workflows.evaluations import computing


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What is stored about the villages, in place of what reports say: `figures(V2, V3)`."""

    def report(*facts: Any) -> None:
        monkeypatch.setattr(computing, "facts_on", known(*facts))

    report(V2)
    return report


def build() -> EvaluationWorld:
    made = build_evaluation_world()
    made.opened()
    return made


ground = ground_of(build)


@pytest.fixture
def world(db: None, figures: Any, settings: Any, tmp_path: Any, ground: Ground) -> EvaluationWorld:
    """Three villages in a round that is open."""
    settings.MEDIA_ROOT = tmp_path
    return ground()


@pytest.fixture
def ani(world: EvaluationWorld) -> Client:
    """The browser of Ani at the desk of the first village."""
    client = as_official(world, "ani")
    client.post("/penugasan/", {"mandate": world.staff(0).pk, "next": "/"})
    return client


def picture(name: str = "kegiatan.jpg", color: str = "seagreen") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (80, 60), color).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue())
