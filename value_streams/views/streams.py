from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from value_streams import answers, permissions
from value_streams.forms import StreamFilter, StreamForm, StreamNewForm
from value_streams.map_page import maps_of
from value_streams.models import ValueStream
from vsm_portal.pages import page
from vsm_portal.permission import demand

PER_PAGE = 50


@require_safe
def stream_list(request):
    """Every stream one sees: who leads it, who follows."""
    seen = ValueStream.objects.visible_to(request.user)
    chosen = StreamFilter(request.GET, queryset=seen, request=request)
    total, vacant = chosen.qs.count(), chosen.qs.vacant().count()
    rows = Paginator(chosen.qs.vacant_first().with_manager(), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return page(
        request,
        "value_streams/stream_list.html",
        title=answers.of_streams(total, vacant),
        streams=rows,
        sites=chosen.form["site"],
        several_sites=len(chosen.form.fields["site"].queryset) > 1,
        may_add=permissions.may_add_stream(request.user),
    )


@require_safe
def stream_detail(request, pk):
    seen = ValueStream.objects.visible_to(request.user).with_manager()
    stream = get_object_or_404(seen, pk=pk)
    requirements = stream.requirements.all()
    return page(
        request,
        "value_streams/stream_detail.html",
        title=answers.of_stream(stream),
        trail=[(_("Streams"), reverse("stream_list")), (stream.name, "")],
        titleblock=titleblock(stream),
        stream=stream,
        requirements=requirements,
        requirements_title=answers.of_requirements(requirements),
        former=stream.appointments.ended().select_related("manager"),
        **maps_of(stream),
        may_edit=permissions.may_edit_stream(request.user, stream),
        may_record=permissions.may_record_appointment(request.user, stream),
    )


def titleblock(stream):
    leads = stream.manager_now
    return [
        (_("Manager"), leads.manager.name if leads else _("vacant")),
        (_("Since"), answers.day(leads.starts_on) if leads else "–"),
        (_("Level"), stream.level_word),
        (_("Family"), stream.family.name if stream.family else _("none named")),
        (_("Site"), stream.site.name),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def stream_create(request):
    demand(permissions.may_add_stream(request.user))
    form = StreamNewForm(request.POST or None, user=request.user)
    if form.is_valid():
        form.instance.enter(by=request.user)
        messages.success(request, _("The value stream is there. Next: what its customer requires."))
        return redirect("stream_detail", form.instance.pk)
    return page(
        request,
        "value_streams/stream_form.html",
        form=form,
        title=_("Which value stream is to be managed?"),
        trail=[(_("Streams"), reverse("stream_list")), (_("New stream"), "")],
        verb=_("Add the stream"),
        back=reverse("stream_list"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def stream_edit(request, pk):
    seen = ValueStream.objects.visible_to(request.user).select_related("site")
    stream = get_object_or_404(seen, pk=pk)
    demand(permissions.may_edit_stream(request.user, stream))
    form = StreamForm(request.POST or None, instance=stream)
    if form.is_valid():
        form.save_version(by=request.user)
        messages.success(request, _("The stream is saved."))
        return redirect("stream_detail", pk)
    return page(
        request,
        "value_streams/stream_form.html",
        form=form,
        title=_("Change the stream"),
        trail=stream_trail(stream, _("Change")),
        verb=_("Save the stream"),
        back=reverse("stream_detail", args=[pk]),
    )


def stream_trail(stream, here):
    """Where a page below a stream stands."""
    above = (stream.name, reverse("stream_detail", args=[stream.pk]))
    return [(_("Streams"), reverse("stream_list")), above, (here, "")]
