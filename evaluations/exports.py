"""The time log as rows: entries as `time.csv`, weeks as the command reads them."""

from django.utils.translation import gettext as _

from vsm_portal.exporting.table import Column, Kind, Table

from .models import LoggedWeek, TimeEntry
from .weeks import written


def entries_table(appointment) -> Table:
    """What an import takes again; undone entries are not in it. For the manager alone."""
    own = TimeEntry.objects.standing().filter(appointment=appointment).select_related("cause")
    email = appointment.manager.email
    return Table(
        title=_("Time log"),
        columns=[
            Column("email", "email"),
            Column("date", "date", Kind.DATE),
            Column("half", "half"),
            Column("kind", "kind"),
            Column("cause", "cause"),
            Column("minutes", "minutes", Kind.INTEGER),
        ],
        rows=(
            {
                "email": email,
                "date": entry.day,
                "half": str(entry.half),
                "kind": str(entry.kind),
                "cause": entry.cause.name if entry.cause else "",
                "minutes": entry.minutes,
            }
            for entry in own.iterator(chunk_size=2000)
        ),
    )


def weeks_table(appointment) -> Table:
    weeks = LoggedWeek.objects.with_entries().filter(appointment=appointment).order_by("monday")
    return Table(
        title=_("Firefighting by week"),
        columns=[
            Column("week", "week"),
            Column("firefighting_minutes", "firefighting_minutes", Kind.INTEGER),
            Column("total_minutes", "total_minutes", Kind.INTEGER),
        ],
        rows=(
            {
                "week": written(week.monday),
                "firefighting_minutes": week.daily,
                "total_minutes": week.total,
            }
            for week in weeks.iterator()
        ),
    )
