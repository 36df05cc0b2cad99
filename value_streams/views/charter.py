from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from value_streams.charter_page import everything_on
from value_streams.models import Appointment
from vsm_portal.exporting.models import Export
from vsm_portal.pages import page

from .appointments import appointment_trail


@require_safe
def charter(request, pk):
    """What a manager is there for, and how far each part has come."""
    appointment = charter_seen_by(request.user, pk)
    return page(
        request,
        "value_streams/charter.html",
        trail=[*appointment_trail(appointment, linked=True), (_("Charter"), "")],
        **everything_on(appointment, request.user),
    )


@require_POST
def charter_pdf(request, pk):
    appointment = charter_seen_by(request.user, pk)
    export = Export.ask("charter", appointment, by=request.user, enclosing=appointment.stream)
    return redirect("export_detail", export.pk)


def charter_seen_by(user, pk):
    seen = Appointment.objects.with_charter_for(user).for_charter()
    return get_object_or_404(seen, pk=pk)
