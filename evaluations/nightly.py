"""The nightly run over all trends: what is due is decided from the database.

The clock looks every few minutes. The first look after two in the night (UTC) begins the night's
run; a run that died is gone on with by a later look, since what it did not reach is still marked.
"""

import time
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from .models import TrendRun
from .models.trend_reckoning import reckon

HOUR = 2
#: seconds after which a look begins no further batch, so that it stays under Celery's time limit
LONGEST = 120


def night_of(moment):
    """The day whose night it is: before two it is still the one before."""
    return (moment - timedelta(hours=HOUR)).date()


def reckon_tonight() -> TrendRun:
    """Begin the night's run, or go on with it; where it is done, nothing."""
    run, _is_new = TrendRun.objects.get_or_create(night=night_of(timezone.now()))
    if run.finished_at:
        return run
    looked_at, changed = reckon(until=time.monotonic() + LONGEST)
    rows = TrendRun.objects.filter(pk=run.pk, finished_at=None)
    rows.update(looked_at=F("looked_at") + looked_at, changed=F("changed") + changed)
    from .models import LoggedWeek

    if not LoggedWeek.objects.filter(is_reckoned=False).exists():
        rows.update(finished_at=timezone.now())
    run.refresh_from_db()
    return run
