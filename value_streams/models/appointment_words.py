"""The states of an appointment and the authorities it can come with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Authority(models.TextChoices):
    """Fair evaluation depends on it: nobody answers for profit who may only watch."""

    MONITOR = "monitor", _("Monitor: sees and reports, others decide")
    INFLUENCE = "influence", _("Influence: leads across departments that decide themselves")
    PROFIT_AND_LOSS = "profit_and_loss", _("Profit and loss: decides, and answers for the result")

    @property
    def word(self):
        """For a cell, where the sentence is too long."""
        return {
            Authority.MONITOR: _("Monitor"),
            Authority.INFLUENCE: _("Influence"),
            Authority.PROFIT_AND_LOSS: _("Profit and loss"),
        }[self]


class State(models.TextChoices):
    PLANNED = "planned", _("planned")
    CURRENT = "current", _("current")
    ENDED = "ended", _("ended")

    @classmethod
    def from_first_day(cls, starts_on, today):
        """Current once the first day has come, planned before it."""
        return cls.CURRENT if starts_on <= today else cls.PLANNED


#: what is said when a stream already has one in this state
SEAT_TAKEN = {
    State.CURRENT: _("This stream already has a current manager."),
    State.PLANNED: _("Somebody is already planned for this stream."),
}
