import time

from celery import shared_task

from vsm_portal import hinting

from . import planning, sending

#: seconds after which a sender takes no further row, so that it stays under Celery's time limit
LONGEST_DRAIN = 120


@shared_task(name="outbox.plan")
def plan():
    planning.plan_all()


@shared_task(name="outbox.drain")
def drain():
    until = time.monotonic() + LONGEST_DRAIN
    while sending.drain(until=until):
        pass


def hint():
    """Tell the worker to look now. The broker may be away: the next tick finds the rows anyway."""
    hinting.hint(drain)
