"""What the charter of a manager says of their time log, to those who read the trend."""

from django.urls import reverse
from django.utils.translation import gettext as _

from value_streams.daily_words import DailyWord

from .models import Trend
from .readers import trends_readable_by
from .trend_words import trend_in_short


def of_daily_issues(appointment, user) -> DailyWord | None:
    if not trends_readable_by(user).filter(pk=appointment.pk).exists():
        return None
    trend = trend_in_short(Trend.objects.filter(appointment=appointment).first())
    sentence = (
        _("Time spent on daily issues is logged. %(trend)s") % {"trend": trend}
        if trend
        else _("No trend of the time spent on daily issues is reckoned yet.")
    )
    return DailyWord(sentence, (_("The trend"), reverse("trend_detail", args=[appointment.pk])))
