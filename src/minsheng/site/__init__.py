"""The published site: one Sphinx extension, and the steps from notebooks to `_build/html`."""
