"""Results to sentences with tagged numbers, in one language."""

from minsheng.commentary.sentence import Sentence, begin, compose, itemised, joined, verbatim

__all__ = ["Sentence", "begin", "compose", "itemised", "joined", "verbatim"]
