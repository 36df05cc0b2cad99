"""How long one attempt may take, how far attempts lie apart, and when somebody has to look."""

import random
from datetime import timedelta

#: how long one sender may hold a row; several times the mail server's time-out of 10 s
LEASE = timedelta(seconds=60)
#: temporary failures: 30 s, 1 min, 2 min … at most an hour apart, each ± 20 % so that they spread
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
#: after a day of failures somebody has to look
GIVE_UP_AFTER = timedelta(hours=24)
FEWEST = 3
#: a day of pauses is about 30 attempts; a row with more kills whoever takes it
MOST = 40


def pause_after(attempts) -> timedelta:
    """How long to wait after so many attempts: 30 s after one, 60 s after two, each ± 20 %."""
    pause = min(FIRST_PAUSE * 2 ** min(attempts - 1, 10), LONGEST_PAUSE)
    return pause * random.uniform(0.8, 1.2)
