"""What waits for whom. One record feeds the home page, the mail's link and the permission.

Nothing is stored: each app offers a kind whose tasks are read from its own rows, so a task is there
exactly as long as its reason is. The view that the task links to fetches its object through the
same query set, so a task never opens a page that refuses the person.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class WaitingTask:
    """One thing that waits for one person.

    what: the verb and its object in words; sentence: what is needed to decide whether to open it;
    minutes: about how long it takes; verb: the button; url: the very form.
    due_on: the promised day, None when nobody promised one.
    """

    kind: str
    what: str
    sentence: str
    minutes: int
    verb: str
    url: str
    due_on: date | None = None
    since: date | None = None


_kinds: dict[str, Callable[[Any], Iterable[WaitingTask]]] = {}


def register(name: str, tasks_for: Callable[[Any], Iterable[WaitingTask]]) -> None:
    """`tasks_for(user)` yields the tasks of this kind that wait for the user now."""
    _kinds[name] = tasks_for


def waiting_for(user) -> list[WaitingTask]:
    """Everything that waits for the user, oldest promise first; what nobody dated comes last."""
    tasks = [task for tasks_for in _kinds.values() for task in tasks_for(user)]
    return sorted(tasks, key=lambda task: (task.due_on or date.max, task.what))
