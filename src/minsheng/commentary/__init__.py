"""Results to sentences with tagged numbers, in one language."""

from minsheng.commentary.sentence import Sentence, compose, joined

__all__ = ["Sentence", "compose", "joined"]
