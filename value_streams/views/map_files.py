"""What goes out of a map: JSON, drawing, PDF; and the photo of its pencil map, in and out."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from value_streams import permissions
from value_streams.drawing import draw_map
from value_streams.map_forms import PhotoForm
from value_streams.map_page import is_drawable
from value_streams.mapping import write_map
from value_streams.maps.entered import entered
from value_streams.models import MapPhoto
from vsm_portal.exporting.models import Export
from vsm_portal.exporting.views import SANDBOX
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .maps import map_seen_by, map_trail

SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": SANDBOX}


def _download(content: str, drawn, ending: str, media_type: str) -> HttpResponse:
    name = f"map-{drawn.stream_id}-{drawn.state}-{drawn.number}.{ending}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=SAFE | disposition)


@require_safe
def map_export(request, pk):
    drawn = map_seen_by(request.user, pk, rows=True)
    known = entered(drawn)
    demand(permissions.may_export_map(known))
    return _download(write_map(known.map), drawn, "json", "application/json")


@require_safe
def map_drawing(request, pk):
    """The drawing as a file of its own, with its letters and light colours in it."""
    drawn = map_seen_by(request.user, pk, rows=True)
    known = entered(drawn)
    demand(permissions.may_draw_map(is_drawable(known)))
    return _download(draw_map(known.analysis, form="file"), drawn, "svg", "image/svg+xml")


@require_POST
def map_pdf(request, pk):
    drawn = map_seen_by(request.user, pk, rows=True)
    demand(permissions.may_draw_map(is_drawable(entered(drawn))))
    export = Export.ask("value_stream_map", drawn, by=request.user, enclosing=drawn.stream)
    return redirect("export_detail", export.pk)


@require_safe
def map_photo(request, pk):
    """The photo of the pencil map, for whoever may read the map."""
    drawn = map_seen_by(request.user, pk)
    photo = MapPhoto.objects.filter(map=drawn).first()
    if photo is None:
        messages.info(request, _("No photo is attached to this map."))
        return redirect("map_detail", pk)
    try:
        content = photo.file.open("rb")
    except FileNotFoundError as gone:
        raise Http404 from gone
    return FileResponse(content, content_type="image/jpeg", headers=SAFE)


@require_http_methods(["GET", "HEAD", "POST"])
def map_photo_create(request, pk):
    drawn = map_seen_by(request.user, pk)
    demand(permissions.may_start_map(request.user, drawn.stream))
    form = PhotoForm(request.POST, request.FILES) if request.method == "POST" else PhotoForm()
    if form.is_valid():
        MapPhoto.keep(drawn, form.cleaned_data["photo"], by=request.user)
        return redirect("map_detail", pk)
    return page(
        request,
        "value_streams/map_file_form.html",
        form=form,
        title=_("The photo of the pencil map"),
        lede=_("Whoever may read the map sees it, and nobody else."),
        trail=map_trail(drawn, _("Photo")),
        verb=_("Attach the photo"),
        back_to=drawn.get_absolute_url(),
    )


@require_POST
def map_photo_removal(request, pk):
    drawn = map_seen_by(request.user, pk)
    MapPhoto.remove(drawn, by=request.user)
    return redirect("map_detail", pk)
