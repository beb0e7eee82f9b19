"""Numbers, units, lists, periods and strings of one language."""

from minsheng.language.language import LANGUAGES, Language
from minsheng.language.messages import Plural, _, plural

__all__ = ["LANGUAGES", "Language", "Plural", "_", "plural"]
