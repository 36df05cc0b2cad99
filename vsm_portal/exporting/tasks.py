from celery import shared_task

from vsm_portal import hinting

from . import making


@shared_task(name="exporting.make")
def make(pk):
    making.make(pk)


@shared_task(name="exporting.sweep")
def sweep():
    making.sweep()


def hint(pk):
    """Tell the worker to make it now; if the broker is away the sweep finds the row."""
    hinting.hint(make, pk)
