"""What rooms above know of the time a manager spends on daily issues, for the charter.

Nothing is stored: a room registers what it says of one appointment to one reader.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class DailyWord:
    """One sentence, and where more of it stands. link: (label, address)."""

    sentence: str
    link: tuple[str, str]


_sayers: dict[str, Callable] = {}


def register(name: str, say: Callable) -> None:
    """`say(appointment, user)`: a `DailyWord`, or None where the user may not read of it."""
    _sayers[name] = say


def said_of(appointment, user) -> list[DailyWord]:
    return [word for say in _sayers.values() if (word := say(appointment, user))]
