"""`minsheng new`: a chapter that runs, from a title, a question and the measures that it reads."""

from minsheng.scaffold.chapter import Scaffolded, scaffold
from minsheng.scaffold.wanted import Wanted

__all__ = ["Scaffolded", "Wanted", "scaffold"]
