from .away_week import AwayWeek
from .cause import Cause, CauseRemoval
from .closed_week import ClosedWeek
from .logged_week import LoggedWeek
from .time_entry import TimeEntry
from .time_entry_change import TimeEntryChange
from .time_words import Half, TimeKind
from .trend import Trend
from .trend_run import TrendRun

__all__ = [
    "AwayWeek",
    "Cause",
    "CauseRemoval",
    "ClosedWeek",
    "Half",
    "LoggedWeek",
    "TimeEntry",
    "TimeEntryChange",
    "TimeKind",
    "Trend",
    "TrendRun",
]
