"""The kinds of mail there are. Apps register theirs when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Mail:
    """Subject and plain text, in the language of whoever gets it."""

    subject: str
    text: str


@dataclass(frozen=True)
class Occasion:
    """Something a person should hear of now.

    `label` makes it unique together with kind, subject and person: a date or step, never a clock
    time, so that no second beat, catch-up or daylight-saving change can make a second one.
    """

    recipient: Any
    about: Any
    label: str
    site: Any
    enclosing: Any = None
    due_on: date | None = None

    def __post_init__(self):
        # SQLite would leave out such a row in silence, where only a second one shall be left out.
        if self.recipient is None or self.site is None:
            raise ValueError("An occasion needs a recipient and a site.")


@dataclass(frozen=True)
class Kind:
    """One kind of mail.

    occasions: () → every occasion that is due now; planned ones are skipped by their key.
    still_needed: (about_id, recipient) → the thing, or None when the reason has gone.
    mail: (thing, recipient, message) → Mail.
    """

    name: str
    title: str
    occasions: Callable[[], Iterable[Occasion]]
    still_needed: Callable[[int, Any], Any | None]
    mail: Callable[[Any, Any, Any], Mail]


class UnknownKind(LookupError):
    """A row of a kind that no app registered: an older worker, or an app that went away."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def kind(name: str) -> Kind:
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKind(name) from None


def kinds() -> list[Kind]:
    return [_kinds[name] for name in sorted(_kinds)]
