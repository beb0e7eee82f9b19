"""The published site: one Sphinx extension, and the steps from notebooks to `_build/html`."""

from typing import Any

from minsheng.site.extension import setup as _setup


def setup(app: Any) -> dict[str, bool]:
    """Register the extension with Sphinx."""
    return _setup(app)
