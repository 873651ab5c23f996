"""Each kind looks as its golden picture shows it. After a wanted change: `./siklus manage preview_document KIND --golden`."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from documents.golden import GOLDEN, golden_picture
from documents.kinds import all_kinds, find

LARGEST = 40_000  # bytes
BLOCK = 5  # pixels: half a line of text; smaller differences are the painter's, not the paper's
MEAN, WORST = 1.5, 60  # of 255: paper moved by a millimetre has a mean over 2; another way of smoothing, under 1.2


def unlike(one: bytes, other: bytes) -> str:
    """What is different about two pictures of one paper, beyond what another poppler or FreeType would do; else empty."""
    first, second = (Image.open(BytesIO(picture)).convert("L") for picture in (one, other))
    if first.size != second.size:
        return f"size {first.size} instead of {second.size}"
    difference = ImageChops.difference(first.reduce(BLOCK), second.reduce(BLOCK))
    (mean,), ((_, worst),) = (ImageStat.Stat(difference).mean, ImageStat.Stat(difference).extrema)
    return f"mean {mean:.2f}, worst block {worst}" if mean > MEAN or worst > WORST else ""


@pytest.mark.parametrize("template", all_kinds())
def test_a_kind_looks_as_it_did(template: str) -> None:
    kind = find(template)
    golden = (kind.folder / GOLDEN).read_bytes()
    assert len(golden) <= LARGEST
    assert not unlike(golden_picture(kind), golden)


@pytest.mark.parametrize(
    "change", [{"page": {"margins": {"left": 31}}}, {"subject": "Hal yang Lain"}, {"nature": "Biasa"}]
)
def test_a_changed_paper_is_noticed(change: dict[str, object]) -> None:
    kind = find("nota_dinas@1")
    changed = replace(kind, sample=lambda rows: {**kind.sample(rows), **change})
    assert unlike(golden_picture(changed), golden_picture(kind))


def test_another_smoothing_of_the_same_paper_is_not() -> None:
    golden = golden_picture(find("nota_dinas@1"))
    smoothed = BytesIO()
    Image.open(BytesIO(golden)).convert("L").filter(ImageFilter.GaussianBlur(0.7)).save(smoothed, "PNG")
    assert not unlike(smoothed.getvalue(), golden)
