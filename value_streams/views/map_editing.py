"""Entering a map row by row, with a script or without one.

Whoever asks for JSON gets what has changed since the save it knows; everybody else gets the page.
"""

from django.contrib import messages
from django.http import Http404, HttpResponseNotModified, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from value_streams import permissions
from value_streams.map_editor.page import changes, fetched, page_context
from value_streams.map_editor.rows import LISTS, MODELS, Editor
from value_streams.map_editor.saving import Saving, number_in
from value_streams.models import Element, Map, MapPath
from value_streams.models.map_saving import add_row, move_row, remove_row
from vsm_portal.permission import Conflict, demand

from .map_editing_json import refusals_in_json_too, wants_json


def editable(request, pk) -> Map:
    """The map with its rows; 404 for whom it is not, 403 for whoever only reads it."""
    seen = Map.objects.visible_to(request.user).with_rows()
    drawn = get_object_or_404(seen, pk=pk)
    demand(permissions.may_edit_map(request.user, drawn))
    return drawn


def row_of(drawn, name, pk):
    """A row of this map; Conflict where somebody has removed it."""
    if name not in MODELS or name == "head":
        raise Http404
    row = MODELS[name].objects.of_map(drawn).filter(pk=pk).first()
    if row is None:
        raise Conflict(_("Somebody removed this row meanwhile."))
    return row


@require_safe
def map_edit(request, pk):
    drawn = editable(request, pk)
    return edit_page(request, drawn, kept=_asked_for(request, drawn))


def edit_page(request, drawn, kept=None, status=200):
    return render(request, "value_streams/map_edit.html", page_context(drawn, kept), status=status)


def _asked_for(request, drawn):
    """Without a script a new row is asked for by its kind and place."""
    kind, name = request.GET.get("kind", ""), request.GET.get("new", "")
    if name == "element" and kind in Element.Kind.values:
        path = drawn.paths.filter(pk=number_in(request.GET, "path")).first()
        after = request.GET.get("after", "")
        return path and Editor(drawn).new(name, kind=kind, path=path, after=after)
    if name in LISTS:
        return Editor(drawn).new(name, after=request.GET.get("after", ""))
    return None


@require_safe
def map_changes(request, pk):
    """What others have saved; nothing is sent to who has seen it all."""
    drawn = get_object_or_404(Map.objects.visible_to(request.user), pk=pk)
    demand(permissions.may_edit_map(request.user, drawn))
    tag = f'"{drawn.saves_made}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    said = changes(request, fetched(pk), number_in(request.GET, "seen"))
    return JsonResponse(said, headers={"ETag": f'"{said["saves"]}"'})


@require_POST
@refusals_in_json_too
def map_head(request, pk):
    drawn = editable(request, pk)
    return _save(request, Saving.of_row(request, drawn, "head", drawn))


@require_POST
@refusals_in_json_too
def map_row(request, pk, name, row):
    drawn = editable(request, pk)
    return _save(request, Saving.of_row(request, drawn, name, row_of(drawn, name, row)))


@require_POST
@refusals_in_json_too
def map_row_new(request, pk, name):
    """A new row at its place. Sent twice, because an answer was lost, it is one row."""
    drawn = editable(request, pk)
    return _save(request, Saving.of_new(request, drawn, name))


def _save(request, saving):
    saving.attempt()
    if wants_json(request) or saving.status != 200:
        return _told(request, saving)
    for sentence in saving.form.said.values():
        messages.info(request, sentence)
    return redirect(saving.next_url)


def _told(request, saving):
    if wants_json(request):
        return saving.as_json()
    return edit_page(request, fetched(saving.drawn.pk), saving.kept, saving.status)


@require_POST
@refusals_in_json_too
def map_row_place(request, pk, name, row):
    """One up or one down; what was typed into the row is saved with it."""
    drawn = editable(request, pk)
    saving = Saving.of_row(request, drawn, name, row_of(drawn, name, row))
    saving.attempt()
    if saving.status != 200:
        return _told(request, saving)
    moved = saving.row
    beside = list(moved.beside().in_order())
    at = next(i for i, each in enumerate(beside) if each.pk == moved.pk)
    up = request.POST.get("to") == "up"
    if 0 <= (goal := at - 1 if up else at + 1) < len(beside):
        before = beside[goal] if up else next(iter(beside[goal + 1 :]), None)
        move_row(moved, by=request.user, version=moved.version, before=before)
    return _done(request, drawn, f"#{name}-{row}")


@require_POST
@refusals_in_json_too
def map_row_removal(request, pk, name, row):
    drawn = editable(request, pk)
    gone = row_of(drawn, name, row)
    remove_row(gone, by=request.user, version=number_in(request.POST, "version"))
    return _done(request, drawn, "#map-undo")


@require_POST
@refusals_in_json_too
def map_path_new(request, pk):
    """A further path, joining the main one; where it joins is said in its row."""
    drawn = editable(request, pk)
    names = {path.name for path in drawn.paths.all()}
    number = next(n for n in range(2, len(names) + 3) if _path_name(n) not in names)
    path = add_row(MapPath, {"name": _path_name(number)}, by=request.user, map=drawn)
    return _done(request, drawn, f"#path-{path.pk}")


def _path_name(number) -> str:
    return _("Path %(number)s") % {"number": number}


@require_POST
@refusals_in_json_too
def map_undo(request, pk):
    drawn = editable(request, pk)
    drawn.undo(by=request.user, seen=number_in(request.POST, "seen"))
    return _done(request, drawn, "#map-undo")


def _done(request, drawn, anchor):
    if wants_json(request):
        return JsonResponse(changes(request, fetched(drawn.pk), number_in(request.POST, "seen")))
    return redirect(reverse("map_edit", args=[drawn.pk]) + anchor)
