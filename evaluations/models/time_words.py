"""What can be logged, and the halves of a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_MINUTES_A_DAY = 24 * 60
#: what a tap on "half a day" fills
HALF_DAY_MINUTES = 240


class Half(models.TextChoices):
    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")


class TimeKind(models.TextChoices):
    """The first is firefighting, and the only one with a cause."""

    DAILY = "daily", _("Daily issues")
    IMPROVEMENT = "improvement", _("Improvement")
    PEOPLE = "people", _("People")
    PLANNING = "planning", _("Planning, review")
    STANDARD = "standard", _("Standard work")


#: where there is room for one word only
SHORT_KINDS = {
    TimeKind.DAILY: _("Daily"),
    TimeKind.IMPROVEMENT: _("Improve"),
    TimeKind.PEOPLE: _("People"),
    TimeKind.PLANNING: _("Planning"),
    TimeKind.STANDARD: _("Standard"),
}
