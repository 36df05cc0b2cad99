"""The words of a map: its states, where a version stands, and what can stand on it.

The values are those of the file format `value-stream-map/1`; a check keeps them the same.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MapState(models.TextChoices):
    CURRENT = "current", _("current state")
    FUTURE = "future", _("future state")
    IDEAL = "ideal", _("ideal state")

    @property
    def sentence(self):
        """What a map of this state shows."""
        return {
            MapState.CURRENT: _("How the stream runs today, as seen on the walk."),
            MapState.FUTURE: _("How it is to run in the short to mid term."),
            MapState.IDEAL: _("How it would run at its best, in the long term."),
        }[self]


class Standing(models.TextChoices):
    DRAFT = "draft", _("being drawn")
    IN_FORCE = "in_force", _("in force")
    EARLIER = "earlier", _("earlier")


class ElementKind(models.TextChoices):
    PROCESS = "process", _("process")
    INVENTORY = "inventory", _("inventory")
    SUPERMARKET = "supermarket", _("supermarket")
    FIFO = "fifo", _("FIFO lane")
    SAFETY_STOCK = "safety_stock", _("safety stock")
    TRANSPORT = "transport", _("transport")


class Medium(models.TextChoices):
    MANUAL = "manual", _("manual")
    ELECTRONIC = "electronic", _("electronic")


class FlowKind(models.TextChoices):
    ORDER = "order", _("order")
    FORECAST = "forecast", _("forecast")
    SCHEDULE = "schedule", _("schedule")
    PRODUCTION_KANBAN = "production-kanban", _("production kanban")
    WITHDRAWAL_KANBAN = "withdrawal-kanban", _("withdrawal kanban")
    SIGNAL_KANBAN = "signal-kanban", _("signal kanban")
    SEQUENCED_PULL = "sequenced-pull", _("sequenced pull")
    LEVELLING = "levelling", _("levelling")
    GO_SEE = "go-see", _("go-see scheduling")


class KaizenKind(models.TextChoices):
    PROCESS = "process", _("process kaizen: one work unit")
    FLOW = "flow", _("flow kaizen: the stream as a whole")


class LoopKind(models.TextChoices):
    PACEMAKER = "pacemaker", _("pacemaker loop")
    UPSTREAM = "upstream", _("loop upstream")
    SUPPLIER = "supplier", _("supplier loop")


class Question(models.TextChoices):
    """The eight questions that a future state answers."""

    TAKT = "1", _("What is the takt time?")
    FINISHED_GOODS = "2", _("Build to a finished-goods supermarket, or directly to shipping?")
    CONTINUOUS_FLOW = "3", _("Where can there be continuous flow?")
    SUPERMARKETS = "4", _("Where are supermarkets needed?")
    PACEMAKER = "5", _("Which one point is scheduled: the pacemaker?")
    LEVELLING = "6", _("How is the mix levelled at the pacemaker?")
    PITCH = "7", _("Which pitch of work is released and taken away?")
    IMPROVEMENTS = "8", _("Which process improvements does the future state need?")


class Freed(models.TextChoices):
    SPACE = "space", _("Space freed, its use")
    PEOPLE = "people", _("People freed, where they go")
