"""A document written into the rows of a map: for a copy, an import, an undo."""

from collections.abc import Iterator
from uuid import UUID

from value_streams.models import Element, Map, MapAnswer, MapPath

from .document import LISTS, answer_values, head_values, row_values


def write_document(drawn: Map, said: dict, number: int, ids: dict | None = None) -> None:
    """Make the rows say what the document says; what they say already is not touched.

    number: the save that writes. ids: which row stood where (`row_ids`), so that a row that was
    removed comes back as itself, under its key; without them every row is a new one.
    """
    ids = ids or {}
    keys = ids.get("keys", {})
    head = head_values(said)
    if any(getattr(drawn, name) != value for name, value in head.items()):
        Map.objects.filter(pk=drawn.pk).update(**head, version=number)
    paths = _write(
        MapPath, {"map": drawn}, said["paths"], ids.get("paths"), number, keys.get("paths")
    )
    _write_elements(drawn, paths, said["paths"], ids, number)
    _remove(MapPath, drawn, paths)
    for name, model in LISTS.items():
        listed = said.get(name, [])
        rows = _write(model, {"map": drawn}, listed, ids.get(name), number, keys.get(name))
        _remove(model, drawn, rows)
    answers = answer_values(said.get("answers", {}))
    rows = _write(MapAnswer, {"map": drawn}, answers, ids.get("answers"), number)
    _remove(MapAnswer, drawn, rows)


def _write_elements(drawn, paths, said, ids, number) -> None:
    written, keys = [], ids.get("keys", {}).get("elements")
    for i, path in enumerate(paths):
        theirs = ids["elements"][i] if ids else None
        written += _write(Element, {"path": path}, said[i]["elements"], theirs, number, keys)
    _remove(Element, drawn, written)


def _write(model, belongs, listed, ids, number, keys=None) -> list:
    """The rows of one list, in its order: those that are there changed, the others made."""
    there = model.objects.in_bulk(ids) if ids else {}
    rows = list(_rows(model, belongs, listed, ids, number))
    new = [row for row in rows if row.pk not in there]
    changed = [row for row in rows if row.pk in there and _differs(row, there[row.pk], belongs)]
    if keys:
        _give_keys(model, new, keys)
    model.objects.bulk_create(new)
    if changed:
        model.objects.bulk_update(changed, [*belongs, "place", "version", *model.FIELDS])
    return rows


def _give_keys(model, rows, keys) -> None:
    """The key a row was typed under: sent once more, late, it is still that row."""
    theirs = {row: UUID(keys[str(row.pk)]) for row in rows if str(row.pk) in keys}
    taken = set(model.objects.filter(key__in=theirs.values()).values_list("key", flat=True))
    for row, key in theirs.items():
        row.key = None if key in taken else key


def _rows(model, belongs, listed, ids, number) -> Iterator:
    for place, said in enumerate(listed):
        yield model(
            pk=ids[place] if ids else None,
            place=place,
            version=number,
            **belongs,
            **row_values(model, said),
        )


def _differs(row, there, belongs) -> bool:
    return (
        row.values != there.values
        or row.place != there.place
        or any(getattr(row, f"{name}_id") != getattr(there, f"{name}_id") for name in belongs)
    )


def _remove(model, drawn, rows) -> None:
    model.objects.of_map(drawn).exclude(pk__in=[row.pk for row in rows]).delete()
