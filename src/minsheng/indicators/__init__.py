"""What is published about each promise, brought together, in one edition and over the years."""

from minsheng.indicators.peers import Peer, peers_of
from minsheng.indicators.promised import Promised, gather
from minsheng.indicators.years import Year, span, years_of

__all__ = ["Peer", "Promised", "Year", "gather", "peers_of", "span", "years_of"]
