"""The digests of a published site: of all its files, and of those of each edition.

The page that shows them cannot hold its own digest, so it is left out, in every language. Anybody
can compute them from the site alone:
`find * -type f ! -name status.html | LC_ALL=C sort | xargs sha256sum | sha256sum`.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from minsheng.digests import file_digest, folder_digests, joint_digest
from minsheng.files import write_whole

SITE = "site"
SHOWN_ON = "status.html"
PLACE = '<code data-digest="{name}"></code>'
# An edition's pages, their sources and what can be taken away of them; its export; its figures.
_EDITION = re.compile(
    r"[a-z]+/(?:(?:(?:_sources|downloads/pages)/)?(?P<chapters>\d{4})/.+"
    r"|downloads/edition-(?P<export>\d{4})\.json|downloads/data/figures/(?P<data>\d{4})\.csv)"
)


def site_digests(site: Path) -> dict[str, str]:
    """Return the digest of a site under `site`, and that of each edition under its year."""
    return _joint(folder_digests(site))


def _joint(digests: Mapping[str, str]) -> dict[str, str]:
    files = {n: value for n, value in digests.items() if n.rpartition("/")[2] != SHOWN_ON}
    years: dict[str, dict[str, str]] = {}
    for name, value in files.items():
        found = _EDITION.fullmatch(name)
        if found and found.lastgroup:
            years.setdefault(found[found.lastgroup], {})[name] = value
    editions = {year: joint_digest(years[year]) for year in sorted(years, reverse=True)}
    return {SITE: joint_digest(files), **editions}


def show_digests(site: Path, before: Mapping[str, str]) -> dict[str, str]:
    """Write the digests into their places on the pages that show them.

    Given is the digest of every file of the site, by its path there; returned as it is afterwards.
    """
    files, shown = {**before}, _joint(before)
    for page in sorted(site.glob(f"*/{SHOWN_ON}")):
        write_whole(page, _filled(page.read_text(encoding="utf-8"), shown))
        files[page.relative_to(site).as_posix()] = file_digest(page)
    return files


def _filled(html: str, digests: Mapping[str, str]) -> str:
    for name, value in digests.items():
        place = PLACE.format(name=name)
        html = html.replace(place, place.replace("><", f">{value}<"))
    return html
