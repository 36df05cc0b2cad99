"""The causes that a manager logged: which of them is gone for good."""

from django.contrib import messages
from django.db.models import Count, Max, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from evaluations import permissions
from evaluations.models import Cause, CauseRemoval
from vsm_portal.pages import page

from .time_log import own_appointment


@require_safe
def cause_list(request, pk):
    appointment = own_appointment(request.user, pk)
    own = Q(entries__appointment=appointment, entries__removed_at=None)
    causes = (
        Cause.objects.filter(site=appointment.stream.site_id)
        .annotate(
            times=Count("entries", filter=own, distinct=True),
            last=Max("entries__day", filter=own),
            removed_on=Max("removals__on", filter=Q(removals__appointment=appointment)),
        )
        .order_by("-times", "name")
    )
    return page(
        request,
        "evaluations/cause_list.html",
        appointment=appointment,
        causes=causes,
        may_log=permissions.may_log(request.user, appointment),
        trail=[(_("Time"), reverse("time_log", args=[pk])), (_("Causes"), "")],
    )


@require_POST
def cause_removal(request, pk, cause):
    appointment = own_appointment(request.user, pk)
    seen = Cause.objects.filter(site=appointment.stream.site_id)
    cause = get_object_or_404(seen, pk=cause)
    CauseRemoval.mark(cause, appointment, by=request.user)
    said = _("“%(name)s” is marked removed. Logged again, the trend says that it came back.")
    messages.success(request, said % {"name": cause.name})
    return redirect("cause_list", pk)
