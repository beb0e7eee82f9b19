"""`minsheng digest`: one number for everything that was published, and one for each edition."""

import typer

from minsheng import paths
from minsheng.cli.commands import app
from minsheng.errors import Fault, UsageFault
from minsheng.published import site_digests


@app.command("digest")
def digest_of_the_site() -> None:
    """Print the SHA-256 digest of the built site and of each of its editions.

    Example: minsheng digest
    """
    if not (paths.SITE / "index.html").exists():
        rule = "There is no built site yet."
        raise UsageFault([Fault(paths.relative(paths.SITE), rule, "build it with: make book")])
    for name, value in site_digests(paths.SITE).items():
        typer.echo(f"{value}  {name}")
