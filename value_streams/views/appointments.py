from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from value_streams import answers, permissions
from value_streams.announcement_page import announcement_of
from value_streams.appointment_forms import AppointmentForm, AppointmentRecordForm, end_form_for
from value_streams.models import Appointment, ValueStream
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .streams import stream_trail


def appointment_seen_by(user, pk):
    return get_object_or_404(Appointment.objects.visible_to(user).with_people(), pk=pk)


@require_safe
def appointment_detail(request, pk):
    appointment = appointment_seen_by(request.user, pk)
    seen = ValueStream.objects.visible_to(request.user)
    stream_seen = seen.filter(pk=appointment.stream_id).exists()
    return page(
        request,
        "value_streams/appointment_detail.html",
        title=answers.of_appointment(appointment),
        trail=appointment_trail(appointment) if stream_seen else [],
        appointment=appointment,
        reads_reasons=permissions.may_read_reasons(request.user, appointment),
        charter=reverse("charter", args=[pk]) if stream_seen else "",
        **announcement_of(appointment, request.user),
        may_edit=permissions.may_edit_appointment(request.user, appointment),
        may_end=permissions.may_end_appointment(request.user, appointment),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_create(request, pk):
    seen = ValueStream.objects.visible_to(request.user).with_manager()
    stream = get_object_or_404(seen, pk=pk)
    demand(permissions.may_record_appointment(request.user, stream))
    form = AppointmentRecordForm(request.POST or None, stream=stream)
    if form.is_valid():
        form.instance.record_existing(by=request.user)
        messages.success(request, _("The appointment is recorded."))
        return redirect("appointment_detail", form.instance.pk)
    return page(
        request,
        "value_streams/appointment_record.html",
        form=form,
        stream=stream,
        trail=stream_trail(stream, _("Record an appointment")),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_edit(request, pk):
    appointment = appointment_seen_by(request.user, pk)
    demand(permissions.may_edit_appointment(request.user, appointment))
    form = AppointmentForm(request.POST or None, instance=appointment)
    if form.is_valid():
        form.save_version(by=request.user)
        messages.success(request, _("The appointment is saved."))
        return redirect("appointment_detail", pk)
    return page(
        request,
        "value_streams/appointment_form.html",
        form=form,
        appointment=appointment,
        trail=[*appointment_trail(appointment, linked=True), (_("Change"), "")],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_end(request, pk):
    appointment = appointment_seen_by(request.user, pk)
    demand(permissions.may_end_appointment(request.user, appointment))
    form = end_form_for(appointment, request.POST or None)
    if form.is_valid():
        form.end(by=request.user)
        messages.success(request, answers.of_appointment(appointment) + ".")
        return redirect("appointment_detail", pk)
    return page(
        request,
        "value_streams/appointment_end.html",
        form=form,
        appointment=appointment,
        trail=[*appointment_trail(appointment, linked=True), (_("End"), "")],
    )


def appointment_trail(appointment, linked=False):
    here = reverse("appointment_detail", args=[appointment.pk]) if linked else ""
    *above, _here = stream_trail(appointment.stream, "")
    return [*above, (appointment.manager.name, here)]
