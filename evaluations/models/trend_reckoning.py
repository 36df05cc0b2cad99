"""Logged weeks → trends. Only appointments with changed weeks are looked at, in batches.

A batch first takes its weeks as seen, which waits for whoever is logging in them at the moment,
then reads them: what is logged afterwards marks its week again. A run that dies undoes its batch.
"""

import hashlib
import time

from django.db import transaction
from django.utils import timezone

from evaluations.trend import Series, as_json, trend_of

from .logged_week import LoggedWeek
from .trend import Trend
from .week_sums import weeks_of

BATCH = 500
CHANGING = ["digest", "n", "verdict", "level_now", "figures", "reckoned_at"]


def reckon(*, of=None, until=None) -> tuple[int, int]:
    """How many trends had new entries, and how many of them changed.

    of: one appointment alone; until: the `time.monotonic()` at which no further batch is begun.
    """
    looked_at = changed = 0
    while of is None or not looked_at:
        pks = [of.pk] if of else _next_batch()
        if not pks:
            break
        changed += reckon_batch(pks)
        looked_at += len(pks)
        if until is not None and time.monotonic() > until:
            break
    return looked_at, changed


def _next_batch() -> list[int]:
    waiting = LoggedWeek.objects.filter(is_reckoned=False).order_by("appointment")
    return list(waiting.values_list("appointment", flat=True).distinct()[:BATCH])


@transaction.atomic
def reckon_batch(pks) -> int:
    """Reckon these appointments' trends; store those whose weeks differ from the stored ones."""
    weeks = LoggedWeek.objects.filter(appointment__in=pks)
    weeks.filter(is_reckoned=False).update(is_reckoned=True)
    known = dict(Trend.objects.filter(appointment__in=pks).values_list("appointment", "digest"))
    counted, now = weeks_of(pks), timezone.now()
    changed = [
        trend for pk in pks if (trend := _trend(pk, counted.get(pk, []), known.get(pk), now))
    ]
    Trend.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["appointment"], update_fields=CHANGING
    )
    return len(changed)


def _trend(pk, weeks, digest, now) -> Trend | None:
    """None where the weeks are those of the stored trend."""
    new_digest = digest_of(weeks)
    if new_digest == digest or (digest is None and not weeks):
        return None
    trend = trend_of(Series.of_minutes(weeks))
    return Trend(
        appointment_id=pk,
        digest=new_digest,
        n=trend.n,
        verdict=str(trend.verdict),
        level_now=trend.level_now,
        figures=as_json(trend),
        reckoned_at=now,
    )


def digest_of(weeks) -> str:
    """Of (week, firefighting minutes, all minutes), in order."""
    return hashlib.sha256(repr(weeks).encode()).hexdigest()
