"""The rows of a map as the object of a file, and back.

A half-entered map has a document, too: what a row does not say is left out, and reading the
document then says what is missing. Nothing that is in a row is lost on the way.
"""

from datetime import date

from value_streams.mapping.reading import FORMAT
from value_streams.models import (
    Element,
    InformationFlow,
    KaizenBurst,
    Loop,
    Map,
    MapSupplier,
)

#: The lists of a document that are rows of the map itself, by the name of their relation.
LISTS = {
    "suppliers": MapSupplier,
    "information_flows": InformationFlow,
    "kaizen": KaizenBurst,
    "loops": Loop,
}
PAIRS = ("variants", "by_variant")
KEYS = {"sender": "from", "customer_name": "name"}
#: Said also where it is empty, as a file must say it.
ALWAYS = ("text",)


def document(drawn: Map) -> dict:
    """The file's object. `drawn` is fetched `with_rows()`."""
    return {
        "format": FORMAT,
        **_said(drawn, ("name",)),
        "state": drawn.state,
        **_said(drawn, ("as_of",)),
        "customer": _said(drawn, ("customer_name", *Map.CUSTOMER, "variants")),
        "suppliers": [_object(row) for row in drawn.suppliers.all()],
        "working_time": _said(drawn, Map.WORKING_TIME),
        **_said(drawn, ("lead_time_includes_processing",)),
        "paths": [
            _object(path) | {"elements": [_object(each) for each in path.elements.all()]}
            for path in drawn.paths.all()
        ],
        "information_flows": [_object(row) for row in drawn.information_flows.all()],
        "kaizen": [_object(row) for row in drawn.kaizen.all()],
        "loops": [_object(row) for row in drawn.loops.all()],
        "answers": {row.question: row.text for row in drawn.answers.all()},
    }


def row_ids(drawn: Map) -> dict:
    """Which row stands where in the document."""
    paths = drawn.paths.all()
    return {
        "paths": [path.pk for path in paths],
        "elements": [[each.pk for each in path.elements.all()] for path in paths],
        **{name: [row.pk for row in getattr(drawn, name).all()] for name in (*LISTS, "answers")},
        "keys": _keys(drawn),
    }


def _keys(drawn: Map) -> dict:
    """{list: {id: key}} of the rows that a page typed under a key of its own."""
    elements = [each for path in drawn.paths.all() for each in path.elements.all()]
    lists = {"paths": drawn.paths.all(), "elements": elements}
    lists |= {name: getattr(drawn, name).all() for name in LISTS}
    return {
        name: keys
        for name, rows in lists.items()
        if (keys := {str(row.pk): str(row.key) for row in rows if row.key})
    }


def head_values(said: dict) -> dict:
    """The columns of the head that a document says; the others empty."""
    customer, time = said.get("customer", {}), said.get("working_time", {})
    values = _values(Map, ("name", "lead_time_includes_processing"), said)
    as_of = said.get("as_of")
    return {
        **values,
        "as_of": as_of and date.fromisoformat(as_of),
        **_values(Map, ("customer_name", *Map.CUSTOMER, "variants"), customer),
        **_values(Map, Map.WORKING_TIME, time),
    }


def row_values(model, said: dict) -> dict:
    """The columns of one row that an object of the document says; the others empty."""
    values = _values(model, model.FIELDS, said)
    if model is Element:
        values |= _values(model, Element.WORKING_TIME, said.get("working_time", {}))
    return values


def answer_values(said: dict) -> list[dict]:
    return [{"question": question, "text": text} for question, text in said.items()]


def empty(model, name: str):
    """What stands in a column that says nothing."""
    return model._meta.get_field(name).get_default()


def _object(row) -> dict:
    if not isinstance(row, Element):
        return _said(row, row.FIELDS)
    own = [name for name in row.own_fields if name not in Element.WORKING_TIME]
    said = _said(row, own)
    if row.kind == Element.Kind.PROCESS and (time := _said(row, Element.WORKING_TIME)):
        said["working_time"] = time
    return said


def _said(row, names) -> dict:
    return {
        KEYS.get(name, name): _value(name, getattr(row, name))
        for name in names
        if name in ALWAYS or not _is_empty(getattr(row, name))
    }


def _is_empty(value) -> bool:
    return value is None or value is False or value in ("", [])


def _value(name: str, value):
    match value:
        case list() if name in PAIRS:
            return {part: _value("", pieces) for part, pieces in value}
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return int(value)
    return value


def _values(model, names, said: dict) -> dict:
    values = {}
    for name in names:
        key = KEYS.get(name, name)
        value = said.get(key)
        if key not in said:
            value = empty(model, name)
        elif isinstance(value, dict):
            value = [[part, pieces] for part, pieces in value.items()]
        values[name] = value
    return values
