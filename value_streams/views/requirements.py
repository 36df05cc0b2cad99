from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from value_streams import permissions
from value_streams.forms import RequirementForm, RequirementNewForm
from value_streams.models import CustomerRequirement, ValueStream
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .streams import stream_trail


def requirement_seen_by(user, pk):
    streams = ValueStream.objects.visible_to(user)
    seen = CustomerRequirement.objects.filter(stream__in=streams.values("pk"))
    return get_object_or_404(seen.select_related("stream__site"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def requirement_create(request, pk):
    seen = ValueStream.objects.visible_to(request.user).select_related("site")
    stream = get_object_or_404(seen, pk=pk)
    demand(permissions.may_edit_stream(request.user, stream))
    form = RequirementNewForm(request.POST or None, instance=CustomerRequirement(stream=stream))
    if form.is_valid():
        form.instance.enter(by=request.user)
        messages.success(request, _("The requirement is added."))
        return redirect("stream_detail", pk)
    return page(
        request,
        "value_streams/requirement_form.html",
        form=form,
        title=_("What does the customer require?"),
        trail=stream_trail(stream, _("New requirement")),
        verb=_("Add the requirement"),
        back=reverse("stream_detail", args=[pk]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def requirement_edit(request, pk):
    requirement = requirement_seen_by(request.user, pk)
    demand(permissions.may_edit_stream(request.user, requirement.stream))
    form = RequirementForm(request.POST or None, instance=requirement)
    if form.is_valid():
        form.save_version(by=request.user)
        messages.success(request, _("The requirement is saved."))
        return redirect("stream_detail", requirement.stream_id)
    return page(
        request,
        "value_streams/requirement_form.html",
        form=form,
        title=_("Change what the customer requires"),
        trail=stream_trail(requirement.stream, _("Change requirement")),
        verb=_("Save the requirement"),
        back=reverse("stream_detail", args=[requirement.stream_id]),
        requirement=requirement,
    )


@require_POST
def requirement_removal(request, pk):
    requirement = requirement_seen_by(request.user, pk)
    demand(permissions.may_edit_stream(request.user, requirement.stream))
    requirement.remove(by=request.user)
    messages.success(request, _("The requirement is removed."))
    return redirect("stream_detail", requirement.stream_id)
