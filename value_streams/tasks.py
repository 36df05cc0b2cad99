from celery import shared_task

from vsm_portal.permission import Conflict

from . import grouping_jobs
from .models import Appointment


@shared_task(name="value_streams.start_appointments")
def start_appointments():
    for appointment in Appointment.objects.due_to_start().select_related("stream__site"):
        try:
            appointment.start()
        except Conflict:  # another worker started it, or it was called off this minute
            continue


@shared_task(name="value_streams.group_proposal")
def group_proposal(pk):
    grouping_jobs.group(pk)


@shared_task(name="value_streams.group_proposals")
def group_proposals():
    grouping_jobs.sweep()
