"""What every run reads, once, in the fork server from which runs are forked: translations, data.

Imported behind everything else: by then whoever started the server may have read the data and kept
them (see `minsheng.data.opening`).
"""

from minsheng.data import load_book
from minsheng.errors import InputFault, UsageFault
from minsheng.language import LANGUAGES, Language

try:
    for lang in LANGUAGES:
        Language(lang).text("")
    load_book()
except (InputFault, UsageFault):
    # A run that reads them says so itself, with every fault.
    load_book.cache_clear()
