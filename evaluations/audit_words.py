"""What the audit trail calls the deeds of this app."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "timeentry.logged": _("logged time"),
    "timeentry.corrected": _("corrected a time entry"),
    "timeentry.undone": _("took back a time entry"),
    "time.imported": _("imported time from a file"),
    "week.copied": _("took over the time of the week before"),
    "week.away": _("said to be away for a week"),
    "week.present": _("said to be here after all"),
    "week.closed": _("closed the weeks that a review looked at"),
    "cause.entered": _("named a cause of daily issues"),
    "cause.removed": _("marked a cause as removed"),
}
