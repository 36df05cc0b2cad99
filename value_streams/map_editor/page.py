"""The editor's page as a whole, and what of it a save changes."""

from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from value_streams.maps.entered import entered
from value_streams.models import Element, Map, MapSave
from value_streams.models.map_saving import before_last

from . import beside
from .rows import LISTS, Editor, EditorRow, row_id

#: {id of the element on the page: the partial that draws it}
PARTS = {
    "map-title": "value_streams/_map_edit_title.html",
    "map-drawing": "value_streams/_map_edit_drawing.html",
    "map-figures": "value_streams/_map_edit_figures.html",
    "map-faults": "value_streams/_map_edit_faults.html",
    "map-undo": "value_streams/_map_edit_undo.html",
    "map-names": "value_streams/_map_edit_names.html",
}


WORDS = {
    "supplier": {"title": gettext_lazy("Suppliers"), "add": gettext_lazy("Supplier")},
    "flow": {"title": gettext_lazy("Information flows"), "add": gettext_lazy("Information flow")},
    "kaizen": {"title": gettext_lazy("Kaizen bursts"), "add": gettext_lazy("Kaizen burst")},
    "loop": {"title": gettext_lazy("Loops"), "add": gettext_lazy("Loop")},
}


def fetched(pk) -> Map:
    return Map.objects.with_rows().get(pk=pk)


def page_context(drawn: Map, kept: EditorRow | None = None) -> dict:
    """`drawn` is fetched `with_rows()`; kept: a row as it was typed, see `Editor`."""
    known = entered(drawn)
    editor = Editor(drawn, kept)
    return surroundings(drawn, known, editor) | {
        "editor": editor,
        "kept": kept,
        "here": editor.page,
        "back": reverse("map_detail", args=[drawn.pk]),
        "lists": [(name, WORDS[name], editor.listed(name)) for name in LISTS],
        "blank": [editor.new("element", kind=kind, key="NEWKEY") for kind in Element.Kind]
        + [editor.new(name, key="NEWKEY") for name in LISTS],
    }


def surroundings(drawn: Map, known, editor: Editor) -> dict:
    """What stands around the rows."""
    stream = drawn.stream
    return {
        "drawn": drawn,
        "trail": [
            (_("Streams"), reverse("stream_list")),
            (stream.name, reverse("stream_detail", args=[stream.pk])),
            (_("Maps"), reverse("map_list", args=[stream.pk])),
            (str(drawn), reverse("map_detail", args=[drawn.pk])),
            (_("Enter"), ""),
        ],
        "titleblock": [
            (_("State"), drawn.get_state_display()),
            (_("Version"), drawn.number),
            (_("Standing"), drawn.get_standing_display()),
        ],
        "heading": beside.heading(known),
        "drawing": beside.drawing(known),
        "figures": beside.shown_figures(known),
        "faults": beside.shown_faults(known),
        "faults_heading": beside.faults_heading(known),
        "undoes": before_last(drawn),
        "last_saved": last_saved(drawn),
        "offered": editor.around.offered,
        "element_kinds": Element.Kind.choices,
    }


def changes(request, drawn: Map, seen: int) -> dict:
    """What has changed since save `seen`, for a page that shows it.

    parts: {id: html} of what stands around; rows: those saved since, with their values and how
    they are drawn; order: which rows there are, list by list.
    """
    known = entered(drawn)
    editor = Editor(drawn)
    context = surroundings(drawn, known, editor) | {"csrf_token": get_token(request)}
    changed = editor.saved_since(seen)
    saves = _saves(drawn, {shown.row.version for shown in changed})
    return {
        "saves": drawn.saves_made,
        "parts": {name: render_to_string(partial, context) for name, partial in PARTS.items()},
        "rows": [
            {
                "id": shown.id,
                "version": shown.row.version,
                "values": shown.form.told(shown.row),
                "saved": saved_by(saves.get(shown.row.version), request.user),
                "html": _html(context, editor, shown),
            }
            for shown in changed
        ],
        "order": editor.order,
    }


def _html(context, editor, shown: EditorRow) -> str:
    """For a page that does not have the row yet; the head is there always."""
    if shown.name == "head":
        return ""
    if shown.name == "path":
        path, elements = editor.path(shown.row)
        partial, about = "value_streams/_map_edit_path.html", {"path": path, "elements": elements}
    else:
        partial, about = "value_streams/_map_edit_row.html", {"shown": shown}
    return render_to_string(partial, context | about)


def _saves(drawn: Map, numbers) -> dict[int, MapSave]:
    found = (
        drawn.saves.filter(number__in=numbers)
        .select_related("by")
        .only("map", "number", "at", "by")
    )
    return {save.number: save for save in found}


def save_of(drawn: Map, number: int) -> MapSave | None:
    return _saves(drawn, {number}).get(number)


def last_saved(drawn: Map) -> str:
    """When and by whom the map as it stands was saved."""
    save = save_of(drawn, drawn.saves_made)
    words = {"time": time_format(timezone.localtime(save.at), "H:i"), "name": save.by.name}
    return _("Saved %(time)s by %(name)s.") % words


def saved_by(save: MapSave | None, user) -> str:
    """ "10:42", of somebody else "10:42 by Tamas Varga"."""
    if save is None:
        return ""
    clock = time_format(timezone.localtime(save.at), "H:i")
    if save.by_id == user.pk:
        return clock
    return _("%(time)s by %(name)s") % {"time": clock, "name": save.by.name}


__all__ = ["changes", "fetched", "page_context", "row_id", "save_of", "saved_by"]
