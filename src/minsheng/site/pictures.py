"""Charts as PNG, each drawn once: to draw one takes as long as to make the page around it.

A picture rests on its drawing, the fonts, and what draws; it is kept, sealed, under the digest of
these. One that is not whole is as good as absent, and is drawn again.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from minsheng import fonts, paths, sealed
from minsheng.charts import picture
from minsheng.digests import digest, file_digest, joint_digest
from minsheng.packages import versions
from minsheng.site.downloads import FOLDER

DRAWN_BY = "resvg-py"


@dataclass(frozen=True)
class Pictures:
    """The pictures of earlier builds, in one folder."""

    folder: Path

    @classmethod
    def of_checkout(cls) -> "Pictures":
        """Return those of this checkout, outside everything that is published."""
        return cls(paths.BUILD / "pictures")

    def drawn(self, svg: str) -> bytes:
        """Return a standalone SVG as PNG; raises `OutputFault` where it cannot be kept."""
        place = self._place(svg)
        png = sealed.kept(place, place.stem)
        if png is None:
            png = picture(svg)
            sealed.keep(place, place.stem, png)
        return png

    def prune(self, site: Path) -> list[int]:
        """Remove those that no page of a site offers; return the size of each that has gone."""
        charts = site.glob(f"*/{FOLDER}/pages/**/*.svg")
        wanted = {self._place(chart.read_text(encoding="utf-8")) for chart in charts}
        gone = [path for path in self.folder.rglob("*.png") if path not in wanted]
        sizes = [path.stat().st_size for path in gone]
        for path in gone:
            path.unlink()
        return sizes

    def _place(self, svg: str) -> Path:
        name = joint_digest({"drawing": digest(svg.encode()), **_painter()})
        return self.folder / name[:2] / f"{name}.png"


@cache
def _painter() -> dict[str, str]:
    """Return digests of everything besides a drawing that decides how it comes out."""
    files = (fonts.REGULAR, fonts.BOLD, paths.LIBRARY / "charts" / "standalone.py")
    return {path.name: file_digest(path) for path in files} | versions([DRAWN_BY])
