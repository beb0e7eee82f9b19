"""The catalogues as files: one for a domain, free of clocks and line numbers, in a fixed order."""

import io
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from minsheng import paths
from minsheng.data.catalogue import read_catalogue
from minsheng.files import write_together
from minsheng.translation.extract import generated, prose
from minsheng.translation.theme import theme

LOCALE = "zh_CN"
# Babel's own header holds dates; Chinese has one form for every count.
HEADER = r"""msgid ""
msgstr ""
"Language: zh_CN\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

"""


class Domain(StrEnum):
    """The catalogues, by what they translate."""

    PROSE = "book"
    GENERATED = "minsheng"
    THEME = "sphinx"


def path_of(domain: Domain) -> Path:
    """Return where the catalogue of a domain is kept."""
    return paths.CATALOGUES / f"{domain}.po"


def kept(domain: Domain) -> Catalog:
    """Return a catalogue as it is kept; an empty one where there is none yet."""
    path = path_of(domain)
    text = path.read_bytes() if path.exists() else HEADER.encode()
    return read_po(io.BytesIO(text), locale=LOCALE)


def current(domain: Domain, catalogue: Catalog) -> Catalog:
    """Return the messages of the sources, in their order, with the translations of `catalogue`.

    A changed message is a new one, without a translation; one that is no longer used is left out.
    Titles and questions of chapters take the Chinese of `data/catalogue.yml` where they have none.
    """
    result = read_po(io.BytesIO(written(catalogue).encode()), locale=LOCALE)
    result.update(_template(domain, catalogue), no_fuzzy_matching=True)
    if domain is Domain.PROSE:
        _take_over_titles(result)
    return result


def _take_over_titles(catalogue: Catalog) -> None:
    for chapter in read_catalogue().chapters.values():
        for text in (chapter.title, chapter.question):
            message = catalogue.get(text.en)
            if message is not None and not translations(message):
                message.string = text.zh


def _template(domain: Domain, catalogue: Catalog) -> Catalog:
    if domain is Domain.PROSE:
        return prose()
    return generated() if domain is Domain.GENERATED else theme(catalogue)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def sources(message: Message) -> tuple[str, ...]:
    """Return a message in English: one form, or one for one and one for many."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    """Return a message in Chinese; nothing where it has not been translated."""
    found = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return tuple(text for text in found if text)


def written(catalogue: Catalog) -> str:
    """Return a catalogue as text: one line for one message, files without line numbers."""
    buffer = io.BytesIO()
    write_po(
        buffer, catalogue, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False
    )
    return HEADER + buffer.getvalue().decode("utf-8").rstrip("\n") + "\n"


def update_catalogues() -> dict[Domain, int]:
    """Bring every catalogue up to its sources; return how many messages lack a translation."""
    missing, texts = {}, {}
    for domain in Domain:
        catalogue = current(domain, kept(domain))
        texts[path_of(domain)] = written(catalogue)
        missing[domain] = sum(not translations(message) for message in messages(catalogue))
    write_together(texts)
    return missing
