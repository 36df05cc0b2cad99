"""The maps of a stream, and one map to be read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from value_streams import permissions
from value_streams.map_editor.saving import number_in
from value_streams.map_forms import CommentForm, MapStartForm
from value_streams.map_page import everything_on, versions_by_state
from value_streams.maps import headings
from value_streams.maps.readiness import MAP, maps_in_force, readiness
from value_streams.models import Map, ValueStream
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .streams import stream_trail


def stream_seen_by(user, pk) -> ValueStream:
    seen = ValueStream.objects.visible_to(user).select_related("site")
    return get_object_or_404(seen, pk=pk)


def map_seen_by(user, pk, rows=False) -> Map:
    seen = Map.objects.visible_to(user).select_related("stream__site", "put_in_force_by")
    return get_object_or_404(seen.with_rows() if rows else seen, pk=pk)


def map_trail(drawn, *further):
    """Where a page of a map stands."""
    stream = drawn.stream
    above = stream_trail(stream, "")[:-1]
    maps = (_("Maps"), reverse("map_list", args=[stream.pk]))
    if not further:
        return [*above, maps, (headings.version(drawn), "")]
    here = (headings.version(drawn), reverse("map_detail", args=[drawn.pk]))
    return [*above, maps, here, *((words, "") for words in further)]


@require_safe
def map_list(request, pk):
    """Every state with its versions, what is in force, and what is still missing."""
    stream = stream_seen_by(request.user, pk)
    in_force = maps_in_force(stream)
    return page(
        request,
        "value_streams/map_list.html",
        title=headings.of_maps(stream, in_force),
        trail=stream_trail(stream, _("Maps")),
        stream=stream,
        states=versions_by_state(stream),
        lacks=[lack for lack in readiness(stream, in_force) if lack.part == MAP],
        may_start=permissions.may_start_map(request.user, stream),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def map_create(request, pk):
    stream = stream_seen_by(request.user, pk)
    demand(permissions.may_start_map(request.user, stream))
    initial = {name: request.GET.get(name) for name in ("state", "begin_with")}
    form = MapStartForm(posted(request), stream=stream, initial=initial)
    if form.is_valid():
        state, original = form.cleaned_data["state"], form.cleaned_data["begin_with"]
        if original:
            drawn = original.copy(by=request.user, state=state)
        else:
            drawn = Map.start(stream, state, by=request.user, name=stream.name)
        return redirect("map_edit", drawn.pk)
    return page(
        request,
        "value_streams/stream_form.html",
        form=form,
        title=_("Which state is to be drawn?"),
        trail=[
            *stream_trail(stream, "")[:-1],
            (_("Maps"), reverse("map_list", args=[pk])),
            (_("New version"), ""),
        ],
        verb=_("Start the map"),
        back=reverse("map_list", args=[pk]),
    )


@require_safe
def map_detail(request, pk):
    drawn = map_seen_by(request.user, pk, rows=True)
    return show_map(request, drawn, CommentForm())


def show_map(request, drawn, form):
    """The page of a map; `form` is the comment, which may have been refused."""
    return page(
        request,
        "value_streams/map_detail.html",
        trail=map_trail(drawn),
        form=form,
        **everything_on(drawn, request.user),
    )


@require_POST
def map_in_force(request, pk):
    drawn = map_seen_by(request.user, pk)
    drawn.put_in_force(by=request.user, seen=number_in(request.POST, "seen"))
    said = _("%(version)s is in force now.") % {"version": headings.version(drawn)}
    messages.success(request, said)
    return redirect("map_detail", pk)
