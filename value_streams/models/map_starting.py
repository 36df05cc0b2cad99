"""How a version of a map begins, and how it comes into force."""

import json

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from value_streams.mapping import write_map
from value_streams.mapping.map import MAIN
from vsm_portal.audit.writing import record
from vsm_portal.permission import Conflict, demand, update_once

from .map_saving import hold, keep
from .map_words import Standing


def start(stream, state, *, by, name=""):
    said = {"name": name, "paths": [{"name": MAIN, "elements": []}]}
    return _begin(stream, state, said, by=by, action="map.started")


def copy(drawn, state, *, by):
    """What is copied is what the map says now; comments, photo and saves stay with it."""
    from value_streams.maps.document import document

    from .map import Map

    earlier = Map.objects.with_rows().get(pk=drawn.pk)
    said = document(earlier)
    return _begin(drawn.stream, state, said, by=by, action="map.started", copy_of=drawn)


def take(stream, read, *, by):
    return _begin(stream, read.state, json.loads(write_map(read)), by=by, action="map.imported")


def _begin(stream, state, said, *, by, action, copy_of=None):
    """A draft that says this, numbered behind the last version, with its first save."""
    from value_streams import permissions
    from value_streams.maps.writing import write_document

    from .map import Map

    demand(permissions.may_start_map(by, stream))
    last = stream.maps.filter(state=state).aggregate(last=models.Max("number"))["last"]
    drawn = Map(stream=stream, state=state, number=(last or 0) + 1, started_by=by, copy_of=copy_of)
    try:
        with transaction.atomic():
            drawn.save(force_insert=True)
            write_document(drawn, said, number=1)
            drawn.refresh_from_db()
            record(action, drawn, by=by, state=state, number=drawn.number)
            keep(drawn, 1, by=by)
    except IntegrityError as taken:
        reason = _("Somebody else started a version of this map a moment ago.")
        raise Conflict(reason) from taken
    return drawn


def put_in_force(drawn, *, by, seen) -> None:
    from value_streams import permissions
    from value_streams.maps.entered import entered

    from .map import Map

    with transaction.atomic():
        hold(drawn, by)
        now = Map.objects.with_rows().get(pk=drawn.pk)
        demand(permissions.may_put_in_force(by, drawn, entered(now)))
        like = Map.objects.filter(stream=drawn.stream, state=drawn.state)
        like.in_force().update(standing=Standing.EARLIER)
        try:
            with transaction.atomic():
                update_once(
                    like.drafts().filter(pk=drawn.pk, saves_made=seen),
                    standing=Standing.IN_FORCE,
                    put_in_force_by=by,
                    put_in_force_at=timezone.now(),
                )
        except IntegrityError as taken:
            reason = _("Somebody else put another version in force a moment ago.")
            raise Conflict(reason) from taken
        record("map.put_in_force", drawn, by=by, state=drawn.state, number=drawn.number)
    drawn.refresh_from_db()
