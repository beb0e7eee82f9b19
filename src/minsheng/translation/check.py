"""What keeps a catalogue from being complete: each fault with its line and its remedy."""

import re
from collections import Counter
from collections.abc import Iterator
from string import Formatter

from babel.messages.catalog import Catalog, Message

from minsheng import paths
from minsheng.errors import Fault, InputFault
from minsheng.translation.catalogues import (
    Domain,
    current,
    kept,
    messages,
    path_of,
    sources,
    translations,
    written,
)

UPDATE = "run minsheng translations"
# What a translation may not change: links, roles, code, formulas, markup, printf slots.
_MARKUP = re.compile(r"\]\([^)]*\)|\{[\w-]+\}`[^`]*`|`[^`]*`|\$[^$]+\$|<[^>]+>|%\(\w+\)s|%s")


def check_catalogues() -> dict[Domain, int]:
    """Return how many messages each catalogue holds; raises `InputFault` where one is not whole."""
    faults: list[Fault] = []
    counts = {}
    for domain in Domain:
        catalogue = kept(domain)
        counts[domain] = len(catalogue)
        faults += faults_of(domain, catalogue, current(domain, catalogue))
    if faults:
        raise InputFault(faults)
    return counts


def faults_of(domain: Domain, catalogue: Catalog, fresh: Catalog) -> list[Fault]:
    """Return what is wrong with a catalogue as it is kept; `fresh` is it, up to its sources."""
    file = paths.relative(path_of(domain))
    faults = [
        Fault(file, rule, UPDATE, value=_shown(message))
        for message in messages(fresh)
        if message.id not in catalogue
        for rule in ["A string of the sources is not in the catalogue."]
    ]
    for message in messages(catalogue):
        for rule, remedy in _faults(domain, message, is_used=message.id in fresh):
            faults.append(Fault(file, rule, remedy, message.lineno, None, _shown(message)))
    if not faults and path_of(domain).read_text(encoding="utf-8") != written(fresh):
        faults.append(Fault(file, "The catalogue is not in its fixed form.", UPDATE))
    return faults


def _faults(domain: Domain, message: Message, *, is_used: bool) -> Iterator[tuple[str, str]]:
    if not is_used:
        yield "No source has this string any more.", UPDATE
    elif not translations(message):
        yield "The string is not translated.", "fill in its msgstr"
    elif message.fuzzy:
        yield "The translation is marked fuzzy.", "correct it and take the mark away"
    else:
        expected = _fixed_parts(domain, sources(message)[-1])
        for text in translations(message):
            if _fixed_parts(domain, text) != expected:
                parts = ", ".join(sorted(expected.elements())) or "nothing"
                yield "Slots and markup stay as they are.", f"keep {parts} and no other"


def _fixed_parts(domain: Domain, text: str) -> Counter[str]:
    """Count the parts of a text that stay the same in every language."""
    if domain is Domain.GENERATED:
        return Counter(f"{{{part[1]}}}" for part in Formatter().parse(text) if part[1])
    return Counter(_MARKUP.findall(text))


def _shown(message: Message) -> str:
    text = sources(message)[0]
    return text if len(text) <= 60 else f"{text[:60]}…"
