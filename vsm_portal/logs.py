"""Logs: one JSON object a line on standard output, so that nothing a user types can forge a line.

    {"time": "2026-11-23T07:30:00.123Z", "level": "WARNING", "logger": "django.request",
     "message": "Not Found: /positions/9/", "request_id": "b1f0c2"}

`request_id` is the same in every line of one request; the error pages show it to the user.
"""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

#: set by the middleware for the length of a request; empty in the worker and in commands
current_request_id: ContextVar[str] = ContextVar("current_request_id", default="")


class RequestIdFilter(logging.Filter):
    """Gives every record the id of the request that it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        # Django logs a refused request after it has left the middleware, and hands it over.
        request = getattr(record, "request", None)
        record.request_id = current_request_id.get() or getattr(request, "id", "")
        return True


class JsonLine(logging.Formatter):
    """A record as one line. JSON escapes line breaks, so one record stays one line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": _utc(record.created),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", ""),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


def _utc(seconds: float) -> str:
    """Seconds since 1970 as UTC to the millisecond: `_utc(0.5) == "1970-01-01T00:00:00.500Z"`."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
