"""Background work: the Celery application and everything that runs by the clock.

What is due is decided from the database, in each site's own time zone; the clock here only says how
often somebody looks. So intervals are plain seconds, a second beat does no harm, and a portal that
was down catches up by itself.
"""

import os

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vsm_portal.settings")

# Celery learns the built-in broker's scheme before any address is read.
TRANSPORT_ALIASES["folder"] = "vsm_portal.folder_broker:Transport"

MINUTE = 60
HOUR = 60 * MINUTE

#: task → how often somebody looks (seconds)
BEAT = {
    "outbox.plan": 5 * MINUTE,  # make a row for every mail that has become due
    "outbox.drain": MINUTE,  # send what is due; also the recovery of whatever crashed
    "value_streams.start_appointments": 15 * MINUTE,  # planned appointments start on their day
    "value_streams.group_proposals": MINUTE,  # families of large matrices, begun again if left
    "evaluations.reckon_trends": 5 * MINUTE,  # each night's run over the trends, begun or gone on
    "exporting.sweep": MINUTE,  # unfinished exports again, expired files away
}

app = Celery("vsm_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_soft_time_limit=240,
    task_time_limit=300,
    task_ignore_result=True,
    task_serializer="json",
    accept_content=["json"],
    timezone="UTC",
    # A page never waits for the broker: one try, two seconds, and the row is the record anyway.
    task_publish_retry=False,
    broker_connection_retry_on_startup=True,
    broker_connection_timeout=2,
    broker_transport_options={
        "socket_timeout": 2,
        "socket_connect_timeout": 2,
        "max_retries": 0,
        "unacked_restore_throttle": 1,
    },
    worker_cancel_long_running_tasks_on_connection_loss=True,
    beat_schedule={
        task: {"task": task, "schedule": seconds, "options": {"expires": seconds}}
        for task, seconds in BEAT.items()
    },
)
app.autodiscover_tasks()
