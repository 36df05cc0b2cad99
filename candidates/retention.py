"""How long a candidate's data are kept unless HR says otherwise."""

from datetime import timedelta

RETENTION = timedelta(days=365)


def retention_from(day):
    """
    >>> from datetime import date
    >>> retention_from(date(2026, 11, 23))
    datetime.date(2027, 11, 23)
    """
    return day + RETENTION
