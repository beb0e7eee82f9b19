"""The book's one font: Latin and GB 2312 level 1, regular and bold, under the Open Font License."""

from pathlib import Path

FAMILY = "Minsheng Sans"
FOLDER = Path(__file__).resolve().parent
REGULAR = FOLDER / "MinshengSans-Regular.ttf"
BOLD = FOLDER / "MinshengSans-Bold.ttf"
LICENCE = FOLDER / "OFL.txt"
SUMS = FOLDER / "SHA256SUMS"
