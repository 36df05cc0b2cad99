"""The answer to "may I?": allowed, or denied with the sentence that page and button both show."""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction


@dataclass(frozen=True)
class Allowed:
    reason: str = ""

    def __bool__(self):
        return True


@dataclass(frozen=True)
class Denied:
    reason: str

    def __bool__(self):
        return False


Answer = Allowed | Denied


class Refused(PermissionDenied):
    """An action on something one can read, refused with a reason (403)."""


class Kept(NamedTuple):
    """A text that a refusal must not lose: its label, what was typed, and what stands there now."""

    label: str
    mine: str
    theirs: str = ""


class Conflict(Exception):
    """The thing changed meanwhile: a lost race (409). The error page shows every `Kept` text."""

    def __init__(self, reason, kept=()):
        super().__init__(reason)
        self.reason = reason
        self.kept = list(kept)


def demand(answer: Answer) -> None:
    """Go on if allowed, else raise `Refused` with the reason."""
    if not answer:
        raise Refused(str(answer.reason))


def update_once(queryset, **changes) -> None:
    """Change exactly one row, the way it was read; raise `Conflict` if somebody was faster.

    The queryset carries what was read (`filter(pk=…, version=…)`, `filter(pk=…, state=…)`).
    """
    from django.utils.translation import gettext as _

    with transaction.atomic():
        if queryset.update(**changes) != 1:
            raise Conflict(
                _("Somebody else changed this while you had it open. Nothing was overwritten.")
            )
