"""The Chinese catalogues: taken from the English sources, merged, and held to be complete."""

from minsheng.translation.catalogues import Domain, update_catalogues
from minsheng.translation.check import check_catalogues

__all__ = ["Domain", "check_catalogues", "update_catalogues"]
