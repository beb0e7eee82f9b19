"""The few calls that a notebook makes."""

from minsheng.chapters.across import Across, open_across
from minsheng.chapters.page import Page, open_page

__all__ = ["Across", "Page", "open_across", "open_page"]
