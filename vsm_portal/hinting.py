"""How a page tells the worker "look now", and goes on whether or not the broker hears it.

The row in the database is the record; a hint that is lost costs at most a minute, until the clock's
next tick finds the row. So the broker is asked once, and after a failure not again for a while:
a broker that hangs costs one page two seconds, not every page and every row of a page.
"""

import logging
import time

log = logging.getLogger(__name__)

#: seconds for which a broker that did not answer is left alone, in this process
LEFT_ALONE = 30

_left_alone_until = 0.0


def hint(task, *args) -> bool:
    """Queue the task now; returns whether the broker took it."""
    global _left_alone_until
    if time.monotonic() < _left_alone_until:
        return False
    try:
        task.delay(*args)
    except Exception as failure:
        _left_alone_until = time.monotonic() + LEFT_ALONE
        log.warning("The broker did not answer; %s waits for the next tick. %s", task.name, failure)
        return False
    return True
