from celery import shared_task

from . import nightly


@shared_task(name="evaluations.reckon_trends")
def reckon_trends():
    nightly.reckon_tonight()
