"""The reports there are. Apps register theirs when they start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Report:
    """One report that the worker renders.

    find: (about_id, user) → the thing, or None when the user may not read it (any more).
    render: (thing, user) → (file name, bytes).
    """

    name: str
    find: Callable[[int, Any], Any | None]
    render: Callable[[Any, Any], tuple[str, bytes]]


_reports: dict[str, Report] = {}


def register(report: Report) -> None:
    _reports[report.name] = report


def report(name: str) -> Report:
    return _reports[name]
