"""What a fork server looks up while its build waits to be told: what is at work here.

Every run and every page asks for the library and the packages, to open the data that were kept for
these. Where they are others by the time the build is told, it begins anew.
"""

from minsheng.digests import library_digests, locked_versions

library_digests()
locked_versions()
