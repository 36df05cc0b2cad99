"""The ledger's answer: how the mails stand, in one sentence."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import State


@dataclass(frozen=True)
class Standing:
    """How many mails are in each state."""

    counts: dict[str, int]

    @property
    def failed(self) -> int:
        return self.counts.get(State.FAILED, 0)

    @property
    def waiting(self) -> int:
        return self.counts.get(State.WAITING, 0) + self.counts.get(State.SENDING, 0)

    @property
    def heading(self) -> str:
        """What is out of normal comes first: "2 mails failed"."""
        if self.failed:
            return ngettext("%(count)s mail failed", "%(count)s mails failed", self.failed) % {
                "count": self.failed
            }
        if self.waiting:
            return ngettext(
                "%(count)s mail waits, none failed",
                "%(count)s mails wait, none failed",
                self.waiting,
            ) % {"count": self.waiting}
        return _("Every mail went out") if self.counts else _("No mail has been planned yet")

    @property
    def lede(self) -> str:
        """All states that occur: "2 failed, 1 waiting, 40 sent"."""
        states = sorted(State, key=lambda state: state != State.FAILED)
        return ", ".join(
            f"{self.counts[state]} {state.label}" for state in states if state in self.counts
        )


def standing(messages) -> Standing:
    rows = messages.order_by().values_list("state").annotate(count=Count("pk"))
    return Standing(dict(rows))
