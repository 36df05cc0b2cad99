"""What an entry said before, in words."""

from datetime import date

from django.utils.formats import date_format

from .minutes_words import span
from .models import Cause, Half, TimeKind


def said(was: dict) -> str:
    """Of the plain values that a correction keeps."""
    cause = Cause.objects.filter(pk=was["cause"]).first() if was["cause"] else None
    what = cause.name if cause else TimeKind(was["kind"]).label
    day = date_format(date.fromisoformat(was["day"]), "D j M Y")
    return f"{what}, {span(was['minutes'])}, {day}, {Half(was['half']).label.lower()}"
