"""The command line with every command of every module entered."""

from minsheng.cli import audit as audit
from minsheng.cli import coverage as coverage
from minsheng.cli import diff as diff
from minsheng.cli import digest as digest
from minsheng.cli import export as export
from minsheng.cli import new as new
from minsheng.cli.commands import app as app
