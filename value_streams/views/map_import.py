"""A map file into a stream: seen first, then taken, all of it or nothing."""

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from value_streams import permissions
from value_streams.drawing import draw_map, in_order
from value_streams.map_forms import MapFileForm
from value_streams.mapping import Faults, analyse, read_map
from value_streams.maps import headings
from value_streams.maps.same import version_that_says
from value_streams.models import Map
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .maps import stream_seen_by
from .streams import stream_trail

SALT = "map file between preview and import into stream %s"


@require_http_methods(["GET", "HEAD", "POST"])
def map_import(request, pk):
    """Choose a file; see the map it describes, or every fault of it by its path."""
    stream = stream_for_import(request, pk)
    form = MapFileForm(request.POST, request.FILES) if request.method == "POST" else MapFileForm()
    if form.is_valid():
        return _preview(request, stream, form.cleaned_data["file"].read())
    return _choose(request, stream, form)


@require_POST
def map_import_confirmation(request, pk):
    """The previewed file is read again: what changed meanwhile is said, not done."""
    stream = stream_for_import(request, pk)
    try:
        carried = request.POST.get("content", "")
        content = signing.loads(carried, salt=SALT % pk).encode()
    except signing.BadSignature:
        return _choose(request, stream, MapFileForm({}, {}))
    try:
        read = read_map(content).map
    except Faults:
        return _preview(request, stream, content)
    if version_that_says(stream, read):
        return _preview(request, stream, content)
    drawn = Map.take(stream, read, by=request.user)
    messages.success(request, _("The map is imported as a draft. Look at it, put it in force."))
    return redirect("map_detail", drawn.pk)


def stream_for_import(request, pk):
    stream = stream_seen_by(request.user, pk)
    demand(permissions.may_start_map(request.user, stream))
    return stream


def _trail(stream):
    maps = (_("Maps"), reverse("map_list", args=[stream.pk]))
    return [*stream_trail(stream, "")[:-1], maps, (_("Import"), "")]


def _choose(request, stream, form):
    return page(
        request,
        "value_streams/map_file_form.html",
        form=form,
        title=_("Import a map from a file"),
        lede=_("You first see the map. Nothing is saved before you confirm."),
        trail=_trail(stream),
        verb=_("Show the map"),
        back_to=reverse("map_list", args=[stream.pk]),
    )


def _preview(request, stream, content):
    context = {"stream": stream, "trail": _trail(stream)}
    try:
        read = read_map(content)
    except Faults as faults:
        said = ngettext(
            "Nothing was imported: one thing in the file is wrong",
            "Nothing was imported: %(n)s things in the file are wrong",
            len(faults.lines),
        )
        context |= {"title": said % {"n": len(faults.lines)}, "faults": faults.lines}
        return render(request, "value_streams/map_import_preview.html", context, status=422)
    analysis = analyse(read.map)
    same = version_that_says(stream, read.map)
    context |= {
        "title": headings.of_preview(analysis, same),
        "faults": (),
        "remarks": read.remarks,
        "same": same,
        "state": headings.state(read.map),
        "drawing": draw_map(analysis),
        "in_words": in_order(analysis),
        "content": signing.dumps(content.decode("utf-8-sig"), salt=SALT % stream.pk, compress=True),
    }
    return render(request, "value_streams/map_import_preview.html", context)
