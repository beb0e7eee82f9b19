"""What changed in the data, version by version, from the changelog."""

import re
from collections.abc import Mapping

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from minsheng import paths
from minsheng.language import Language
from minsheng.site.here import Here
from minsheng.site.told import Answer, Told, tell

NAME = "data-changes"
CHANGELOG = paths.ROOT / "CHANGELOG.md"
PART = "Data"
_VERSION = re.compile(r"^## (.+)$", re.MULTILINE)
_PART = re.compile(r"^### (.+)$", re.MULTILINE)


def data_changes(changelog: str) -> list[tuple[str, str]]:
    """Return each version with the Markdown of its part on data; versions without one are left out.

    Raises `ValueError` where no version has such a part: the page would be empty.
    """
    found = []
    __, *pieces = _VERSION.split(changelog)
    for version, text in zip(pieces[::2], pieces[1::2], strict=True):
        __, *parts = _PART.split(text)
        found += [
            (version, part.strip())
            for name, part in zip(parts[::2], parts[1::2], strict=True)
            if name == PART
        ]
    if not found:
        raise ValueError(f"no version in the changelog has a part {PART!r}")
    return found


def _answer(lang: Language, here: Here, given: str) -> Told:
    del lang, here, given
    return Told("", CHANGELOG.read_text(encoding="utf-8"))


ANSWERS: Mapping[str, Answer] = {NAME: _answer}


class DataChanges(SphinxDirective):
    """The changelog's parts on data, a section for each version; its words are translated."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        told = tell(self.env, (NAME, ""), ANSWERS[NAME])
        return [self._section(version, text) for version, text in data_changes(told.plain)]

    def _section(self, version: str, text: str) -> nodes.section:
        section = nodes.section(ids=[nodes.make_id(f"version-{version}")], names=[version])
        title = nodes.title(version, version)
        section += title
        section += self.parse_text_to_nodes(text)
        for node in (section, title):
            self.set_source_info(node)
        return section
