"""The fingerprint of a run: everything its result depends on, piece by piece, and one digest of it.

A run depends on its notebook (not on the outputs stored in it), its parameters, the figures that
its chapter may know, every other table of the data, the library modules behind its imports and
behind the engine with the fonts beside them, the catalogue of its language, the lock, the packages
that the lock names in the versions at work, and the version of Python.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from minsheng import paths
from minsheng.data import Book
from minsheng.data.contract import CONTEXT, FIGURES
from minsheng.data.known import known_across, known_figures
from minsheng.digests import Inputs, digest, joint_digest, library_digests, locked_versions
from minsheng.run.library import Behind, imported_by
from minsheng.run.parameters import Value
from minsheng.run.plan import Run

ENGINE = ("minsheng.run.execute", "minsheng.run.preload")
# Described from the contract, and read by no chapter.
DESCRIPTION = "data/datapackage.json"


@dataclass(frozen=True)
class Fingerprint:
    """What a run depends on: the digest of each piece by its name, and of all.

    `own` is what few runs share: notebook, parameters, figures; `common` what most do.
    """

    own: Mapping[str, str]
    common: Mapping[str, str]

    @property
    def pieces(self) -> dict[str, str]:
        """Everything, by name."""
        return {**self.common, **self.own}

    @cached_property
    def value(self) -> str:
        """The digest of all pieces."""
        return joint_digest(self.pieces)


class Fingerprints:
    """Fingerprints of the runs of one book, from its inputs as they were when a build began."""

    def __init__(self, book: Book, inputs: Inputs) -> None:
        self._book, self._inputs = book, inputs
        self._shared = self._tables() | self._surroundings()
        self._behind = Behind(inputs.digests)
        self._figures: dict[tuple[int, str], dict[str, str]] = {}
        self._sources: dict[Path, tuple[str, dict[str, str]]] = {}

    def of(self, run: Run, parameters: Mapping[str, Value]) -> Fingerprint:
        """Return the fingerprint of one run with these parameters."""
        notebook, library = self._source(run.source)
        given = {f"parameter {name}": repr(value) for name, value in parameters.items()}
        own = {paths.relative(run.source): notebook, **given}
        pieces = {name: digest(text.encode()) for name, text in own.items()} | self._known(run)
        return Fingerprint(pieces, self._shared | library | self._catalogue(run.lang))

    def _source(self, source: Path) -> tuple[str, dict[str, str]]:
        """Return the notebook without its outputs, and the library behind it, once for all runs."""
        if source not in self._sources:
            notebook = json.loads(source.read_text(encoding="utf-8"))
            text = json.dumps(_without_outputs(notebook))
            self._sources[source] = text, self._library(notebook)
        return self._sources[source]

    def _known(self, run: Run) -> dict[str, str]:
        """Return the digests of the figures that a run may know; it is the same in any language."""
        place = (run.year, run.chapter)
        if place not in self._figures:
            known = self._known_across() if run.is_across else self._known_within(*place)
            self._figures[place] = {name: digest(text.encode()) for name, text in known.items()}
        return self._figures[place]

    def _known_within(self, year: int, chapter: str) -> dict[str, str]:
        return known_figures(self._book.edition(year).view(chapter))

    def _known_across(self) -> dict[str, str]:
        promised = {each.measure for each in self._book.promises}
        return known_across(self._book.every_figure, promised)

    def _tables(self) -> dict[str, str]:
        """Return every file of the data but the tables of figures, of which a run sees a part."""
        seen_in_part = {
            paths.relative(path)
            for table in (FIGURES, CONTEXT)
            for path in paths.DATA.glob(table.files)
        }
        return {
            name: value
            for name, value in self._inputs.digests.items()
            if name.startswith("data/") and name not in seen_in_part and name != DESCRIPTION
        }

    def _surroundings(self) -> dict[str, str]:
        python = ".".join(map(str, sys.version_info[:2]))
        packages = {f"package {name}": number for name, number in locked_versions().items()}
        lock = self._inputs.digests["requirements.txt"]
        return {"Python": python, "requirements.txt": lock, **packages}

    def _library(self, notebook: Mapping[str, Any]) -> dict[str, str]:
        code = [each["source"] for each in notebook["cells"] if each["cell_type"] == "code"]
        try:
            imported = {name for source in code for name in imported_by("".join(source))}
        except SyntaxError:  # the run will say where; until then it may import anything
            return library_digests()
        files = self._behind({*imported, *ENGINE})
        return {name: self._inputs.digests[name] for name in files}

    def _catalogue(self, lang: str) -> dict[str, str]:
        found = self._inputs.digests
        return {name: found[name] for name in catalogues(lang) if name in found}


def catalogues(lang: str) -> list[str]:
    """Return the files with the generated strings of a language; English needs none."""
    return [] if lang == "en" else [paths.relative(paths.CATALOGUES / "minsheng.po")]


def _without_outputs(notebook: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("cell_type", "source", "metadata")
    cells = [{name: cell[name] for name in kept} for cell in notebook["cells"]]
    return {**notebook, "cells": cells}
