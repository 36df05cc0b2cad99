"""How a map is changed: a row at a time, each change a save with the whole map kept.

Whoever saves says which version of the row they saw. If somebody was faster, nothing is
overwritten: `RowConflict` carries the row as it stands, and the page shows both.
"""

import json

from django.db import models, transaction
from django.utils.translation import gettext as _

from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, Denied, Kept, demand, update_once

from .map_save import MapSave


class RowConflict(Conflict):
    """The row was saved by somebody else meanwhile; `theirs` is what stands now, None if gone."""

    def __init__(self, theirs):
        super().__init__(
            _("Somebody else saved this row while you had it open. Nothing was overwritten.")
            if theirs
            else _("Somebody else removed this row while you had it open.")
        )
        self.theirs = theirs


def hold(drawn, by) -> int:
    """Ask for the right and take the map's row; call it inside a transaction.

    Returns the number of the save to come: the version of every row that it writes.
    """
    from value_streams import permissions

    from .map import Map

    demand(permissions.may_edit_map(by, drawn))
    update_once(Map.objects.drafts().filter(pk=drawn.pk), saves_made=models.F("saves_made"))
    drawn.refresh_from_db(fields=["saves_made"])
    return drawn.saves_made + 1


def keep(drawn, number, *, by, restores=None, **details) -> MapSave:
    """Keep the whole map as it now stands, under the number that `hold` gave."""
    from value_streams.maps.document import document, row_ids

    from .map import Map

    Map.objects.filter(pk=drawn.pk).update(saves_made=number)
    drawn.saves_made = number
    (now,) = Map.objects.with_rows().filter(pk=drawn.pk)
    record("map.saved", drawn, by=by, save=number, **details)
    return MapSave.objects.create(
        map=drawn,
        number=number,
        by=by,
        document=json.dumps(document(now), ensure_ascii=False),
        rows=row_ids(now),
        restores=restores,
    )


def save_row(row, values: dict, *, by, version: int):
    """Write `values` into the row, seen with that version. Returns the row as it then stands.

    What names the row (flows, kaizen, loops, joins) follows it to a new name. The same values once
    more, as after an answer that got lost, are no save and no conflict.
    """
    from value_streams.maps.renaming import follow_name

    drawn = row.map
    with transaction.atomic():
        number = hold(drawn, by)
        now = _as_seen(row, version, values)
        if not _differs(now, values):
            return now
        old = now.name if hasattr(now, "name") else ""
        _write(now, values, number)
        follow_name(now, old, number)
        keep(drawn, number, by=by, row=_kind(row), row_id=row.pk, fields=sorted(values))
    return now


def add_row(model, values: dict, *, by, before=None, **parent):
    """Add a row, before another of its like or at the end. parent: `map=…`, or `path=…`.

    A row that was removed meanwhile is no place any more: the new one then goes to the end.
    """
    row = model(**parent, **values)
    drawn = row.map
    with transaction.atomic():
        number = hold(drawn, by)
        _demand_parent(row, drawn)
        row.version = number
        row.place = _free_place(row, before)
        row.save(force_insert=True)
        keep(drawn, number, by=by, row=_kind(row), row_id=row.pk, deed="added")
    return row


def remove_row(row, *, by, version: int) -> None:
    """Take the row off the map; a path goes with its elements."""
    drawn = row.map
    with transaction.atomic():
        number = hold(drawn, by)
        now = type(row).objects.filter(pk=row.pk).first()
        if now is None:
            return
        if now.version != version:
            raise RowConflict(now)
        now.delete()
        keep(drawn, number, by=by, row=_kind(row), row_id=row.pk, deed="removed")


def move_row(row, *, by, version: int, before=None, path=None):
    """Put the row before another of its like, or at the end; an element also onto another path."""
    drawn = row.map
    with transaction.atomic():
        number = hold(drawn, by)
        now = _as_seen(row, version, {})
        if now.version != version:
            raise RowConflict(now)
        if path is not None:
            now.path = path
            _demand_parent(now, drawn)
        now.version = number
        now.place = _free_place(now, before)
        now.save(force_update=True)
        keep(drawn, number, by=by, row=_kind(row), row_id=row.pk, deed="moved")
    return now


def save_answers(drawn, texts: dict, *, by):
    """Write the answers to the eight questions: {question: (text, version seen)}, as one save.

    version 0: nothing was written yet. What is as it was seen is left alone; if any of the others
    was changed meanwhile, none is saved.
    """
    from .map_flow import MapAnswer

    with transaction.atomic():
        number = hold(drawn, by)
        rows = {row.question: row for row in drawn.answers.all()}
        new = {question: MapAnswer(map=drawn, question=question, version=0) for question in texts}
        there = new | rows
        changed = [
            question
            for question, (text, seen) in texts.items()
            if text not in (there[question].text, _answer_seen(drawn, there[question], seen))
        ]
        _refuse_lost_answers(texts, {q: there[q] for q in changed})
        for question in changed:
            row = there[question]
            row.text, row.version, row.place = texts[question][0], number, int(question)
            row.save()
        if changed:
            keep(drawn, number, by=by, row="answers", fields=changed)


def _answer_seen(drawn, row, version) -> str:
    """What the answer said when it had that version, the number of a save."""
    if row.version == version:
        return row.text
    save = drawn.saves.filter(number=version).first()
    return json.loads(save.document)["answers"].get(row.question, "") if save else ""


def _refuse_lost_answers(texts, there) -> None:
    lost = [question for question, row in there.items() if row.version != texts[question][1]]
    if lost:
        raise Conflict(
            _("Somebody else saved answers while you were writing. Nothing was overwritten."),
            kept=[
                Kept(str(row.get_question_display()), texts[question][0], row.text)
                for question, row in there.items()
            ],
        )


def undo(drawn, *, by, seen: int) -> MapSave:
    """Bring back the map of the save before, seen as standing at save `seen`; a save itself."""
    from value_streams.maps.writing import write_document

    with transaction.atomic():
        number = hold(drawn, by)
        if drawn.saves_made != seen:
            raise Conflict(_("Somebody else saved the map meanwhile. Nothing was undone."))
        target = before_last(drawn)
        if target is None:
            demand(Denied(_("There is no earlier save of this map to go back to.")))
        drawn.refresh_from_db()
        write_document(drawn, json.loads(target.document), number, target.rows)
        return keep(drawn, number, by=by, restores=target, deed="undone")


def before_last(drawn) -> MapSave | None:
    """The save that an undo goes back to: the one before what the map now shows."""
    shown = drawn.saves.get(number=drawn.saves_made)
    while shown.restores_id:
        shown = shown.restores
    return drawn.saves.filter(number=shown.number - 1).first()


def _as_seen(row, version, values):
    """The row as it stands, if it is as seen or says the values already."""
    now = type(row).objects.filter(pk=row.pk).first()
    if now is None or (now.version != version and (_differs(now, values) or not values)):
        raise RowConflict(now)
    return now


def _differs(row, values) -> bool:
    return any(getattr(row, name) != value for name, value in values.items())


def _write(row, values, number) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.version = number
    row.clear_what_has_no_meaning()
    row.save(force_update=True)


def _free_place(row, before) -> int:
    """The place before that row, where it still stands there, else behind all; makes room."""
    beside = row.beside().exclude(pk=row.pk)
    if before is not None and (there := beside.filter(pk=before.pk).first()):
        beside.filter(place__gte=there.place).update(place=models.F("place") + 1)
        return there.place
    last = beside.aggregate(last=models.Max("place"))["last"]
    return 0 if last is None else last + 1


def _demand_parent(row, drawn) -> None:
    """An element's path may have been removed meanwhile, and is a path of the same map."""
    from .map_path import MapPath

    path = getattr(row, "path", None)
    if path is not None and not MapPath.objects.filter(pk=path.pk, map=drawn).exists():
        raise Conflict(_("The path was removed meanwhile. Nothing was saved."))


def _kind(row) -> str:
    return row._meta.model_name
