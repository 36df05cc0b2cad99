"""What a reader of the trail must not learn of. Upper apps say so; it knows no position itself."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

_hidden: dict[str, Callable[..., QuerySet]] = {}


def register_hidden(enclosing_label: str, ids_for: Callable[..., QuerySet]) -> None:
    """`ids_for(user)` answers with one column: ids of that model of which the user may not know.

    `register_hidden("candidates.position", lambda user: ….values("position"))` hides each such
    position's own rows and all rows of what it encloses.
    """
    _hidden[enclosing_label] = ids_for


def hidden_from(user) -> Q:
    """The rows to leave out; matches nothing where nothing is hidden."""
    rows = Q(pk__in=[])
    for label, ids_for in _hidden.items():
        ids = ids_for(user)
        rows |= Q(enclosing_type=label, enclosing_id__in=ids)
        rows |= Q(object_type=label, object_id__in=ids)
    return rows
