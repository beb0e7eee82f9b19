"""The few calls that a notebook makes."""

from minsheng.chapters.page import Page, open_page

__all__ = ["Page", "open_page"]
