"""What a build does before anything else: two things side by side, on which all the others wait.

Light on purpose: the server that runs and pages are forked from is to start at once, and to find
the data read by the time it has imported its libraries.
"""

from contextlib import suppress

from minsheng.errors import InputFault, OutputFault


def begin_ahead() -> None:
    """Read the data and keep them, beside the server, if one was started.

    Take the inputs first, and start that: from here on inputs are read.
    """
    from minsheng.data.opening import keep_book

    with suppress(InputFault, OutputFault):  # the build meets them again, and says so
        keep_book()
