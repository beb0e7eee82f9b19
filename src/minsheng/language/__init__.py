"""Numbers, units, lists, periods and strings of one language."""

from minsheng.language.language import LANGUAGES, TAGS, Language
from minsheng.language.messages import Plural, _, plural

__all__ = ["LANGUAGES", "TAGS", "Language", "Plural", "_", "plural"]
