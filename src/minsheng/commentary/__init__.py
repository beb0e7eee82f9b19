"""Results to sentences with tagged numbers, in one language."""

from minsheng.commentary.sentence import Sentence, compose

__all__ = ["Sentence", "compose"]
