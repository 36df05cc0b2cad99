from celery import shared_task

from vsm_portal.permission import Conflict

from .models import Appointment


@shared_task(name="value_streams.start_appointments")
def start_appointments():
    for appointment in Appointment.objects.due_to_start().select_related("stream__site"):
        try:
            appointment.start()
        except Conflict:  # another worker started it, or it was called off this minute
            continue
