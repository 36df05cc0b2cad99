from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from value_streams import permissions
from value_streams.announcement_forms import AnnouncementForm
from value_streams.announcement_page import everything_on
from value_streams.models import Announcement
from vsm_portal.exporting.models import Export
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .appointments import appointment_seen_by, appointment_trail


@require_http_methods(["GET", "HEAD", "POST"])
def announcement_create(request, pk):
    """The top person writes and signs the letter."""
    appointment = appointment_seen_by(request.user, pk)
    demand(permissions.may_announce(request.user, appointment))
    form = AnnouncementForm(posted(request), appointment=appointment, by=request.user)
    if form.is_valid():
        letter = form.issue(appointment, by=request.user)
        messages.success(request, _("The letter is issued; everybody named gets a mail."))
        return redirect("announcement_detail", letter.pk)
    return page(
        request,
        "value_streams/announcement_form.html",
        form=form,
        appointment=appointment,
        trail=[*appointment_trail(appointment, linked=True), (_("Announcement"), "")],
    )


@require_safe
def announcement_detail(request, pk):
    """The letter as it was signed; whoever is addressed confirms here."""
    letter = announcement_seen_by(request.user, pk)
    return page(
        request, "value_streams/announcement_detail.html", **everything_on(letter, request.user)
    )


@require_POST
def announcement_confirmation(request, pk):
    letter = announcement_seen_by(request.user, pk)
    demand(permissions.may_confirm_reading(request.user, letter))
    letter.addressees.get(user=request.user).confirm(by=request.user)
    messages.success(request, _("Thank you: it is noted that you have read the letter."))
    return redirect("announcement_detail", pk)


@require_POST
def announcement_pdf(request, pk):
    letter = announcement_seen_by(request.user, pk)
    export = Export.ask("announcement", letter, by=request.user, enclosing=letter.appointment)
    return redirect("export_detail", export.pk)


def announcement_seen_by(user, pk):
    return get_object_or_404(Announcement.objects.visible_to(user).with_people(), pk=pk)
