"""One family of papers: a folder with its templates, its print and screen styles and its fonts."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

FAMILIES = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Family:
    name: str
    font: str  # its PostScript name without the weight: the only one that a PDF of this family may embed

    @property
    def folder(self) -> Path:
        return FAMILIES / self.name

    @cached_property
    def fonts(self) -> dict[str, bytes]:
        """File name → bytes: vendored, so that no machine's fonts decide a page break."""
        return {path.name: path.read_bytes() for path in sorted((self.folder / "fonts").glob("*.[ot]tf"))}

    @cached_property
    def glyphs(self) -> frozenset[int]:
        """Code points that both upright weights can draw."""
        from fontTools.ttLib import TTFont

        weights = [font for name, font in self.fonts.items() if Path(name).stem.endswith(("-regular", "-bold"))]
        return frozenset.intersection(*(frozenset(TTFont(BytesIO(weight)).getBestCmap()) for weight in weights))

    @cached_property
    def print_style(self) -> str:
        return (self.folder / "print.css").read_text()

    @cached_property
    def screen_style(self) -> str:
        return (self.folder / "screen.css").read_text()
