from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from vsm_portal.pages import page

from .models import Export, State

#: the file opens as nothing but itself, even where a browser is told to show it
SANDBOX = "sandbox; default-src 'none'"


@require_safe
def export_detail(request, pk):
    """How far the file is. The page asks again by itself until there is an end."""
    export = _readable(request.user, pk)
    template = "exporting/_export_progress.html" if request.htmx else "exporting/export_detail.html"
    return page(request, template, export=export)


@require_safe
def export_file(request, pk):
    export = _readable(request.user, pk)
    if export.state != State.READY and not export.is_gone:
        return redirect("export_detail", pk=pk)
    try:
        if export.is_gone:
            raise FileNotFoundError
        content = export.file.open("rb")
    except FileNotFoundError:
        response = page(request, "exporting/export_detail.html", export=export, missing=True)
        response.status_code = 410
        return response
    response = FileResponse(content, as_attachment=True, filename=export.file_name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response


def _readable(user, pk) -> Export:
    """The user's own export of something they may still read: its very name would tell of it."""
    export = get_object_or_404(
        Export.objects.visible_to(user).select_related("requested_by"), pk=pk
    )
    if export.thing() is None:
        raise Http404
    return export
