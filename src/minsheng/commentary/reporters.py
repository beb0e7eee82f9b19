"""Sentences about who reported the figures of a promise, or is responsible for it."""

from minsheng.commentary.sentence import Sentence, compose
from minsheng.language import Language, _

BODY = _(
    "The body responsible for the promise is the {agency}. No number is printed that the book could test."
)
REPORTER = _(
    "The figures come from the body responsible for the promise, the {agency}. The book tests their "
    "arithmetic; whether they are true it cannot test."
)
ATTRIBUTED = _(
    "The source attributes the figures to the {agency}. The book tests their arithmetic; whether they are true it cannot test."
)
UNNAMED = _(
    "The sources do not say which body stands behind the promise and its figures. The book tests their arithmetic; whether they are true it cannot test."
)


def reporter(lang: Language, agency: str, *, printed: bool, responsible: bool) -> Sentence:
    """Say who reported the figures, or who is responsible where none is `printed`.

    An empty `agency` means that no source names one; `responsible` that an evaluation does.
    """
    if not agency:
        return compose(lang, UNNAMED)
    figures = REPORTER if responsible else ATTRIBUTED
    return compose(lang, figures if printed else BODY, agency=agency)
