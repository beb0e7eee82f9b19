"""The icons of the theme as inline drawings, in place of a script that draws any of thousands.

The theme marks a place for an icon with `<i class="fa-solid fa-bars"></i>` and loads 1.4 MB of
script (542 KB over the wire) to fill it. The book uses a dozen icons; each is a few strokes here.
"""

import re

# Strokes in a square of 24 by 24, by the theme's name of the icon.
ICONS = {
    "angle-left": "M15 5l-7 7 7 7",
    "angle-right": "M9 5l7 7-7 7",
    "arrow-up": "M12 20V4M5 11l7-7 7 7",
    "bars": "M4 6h16M4 12h16M4 18h16",
    "circle-half-stroke": "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 4v16M14 5v14M16 6v12M18 8v8",
    "download": "M12 4v11M7 11l5 5 5-5M5 20h14",
    "file": "M6 3h8l4 4v14H6zM14 3v4h4",
    "file-pdf": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "list": "M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1",
    "magnifying-glass": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.5 15.5L21 21",
    "moon": "M19 14.5A8 8 0 1 1 9.5 5a6.5 6.5 0 0 0 9.5 9.5z",
    "sun": "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4"
    "M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5",
}
_SCRIPT = re.compile(r"<script src=\"[^\"]*/fontawesome\.js[^\"]*\"></script>")
_PLACE = re.compile(r'<(i|span) class="([^"]*\bfa-[^"]*)"([^>]*)></\1>')
_TITLE = re.compile(r'\s*\btitle="[^"]*"')
LARGE = "fa-lg"  # the theme's sheet has its size
DRAWING = (
    '<svg class="{classes}"{rest} viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    '<path d="{strokes}"/></svg>'
)


def with_icons(html: str) -> str:
    """Return a page with its icons drawn, and without the script that would draw them.

    Raises `ValueError` for an icon that has no drawing here.
    """
    return _PLACE.sub(_drawn, _SCRIPT.sub("", html))


def _drawn(place: re.Match[str]) -> str:
    classes = place[2].split()
    (name,) = (each.removeprefix("fa-") for each in classes if _is_name(each))
    if name not in ICONS:
        raise ValueError(f"the icon {name!r} has no drawing: add its strokes to {__name__}.ICONS")
    kept = (each for each in classes if each == LARGE or not each.startswith("fa"))
    rest = _TITLE.sub("", place[3]).rstrip()  # a drawing has no title; its button has a name
    return DRAWING.format(classes=" ".join(["book-icon", *kept]), rest=rest, strokes=ICONS[name])


def _is_name(each: str) -> bool:
    return each.startswith("fa-") and each not in (LARGE, "fa-solid")
