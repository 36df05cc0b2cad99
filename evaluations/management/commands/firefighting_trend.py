"""`manage.py firefighting_trend FILE [--json]`: the trend of a series, for hand or program.

Touches no database, broker or network; the nightly job calls the same `trend_of`.
"""

import json
import sys
from collections.abc import Iterator

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from evaluations.trend import Trend, Unreadable, as_json, read_series, trend_of
from evaluations.trend_words import verdict_in_words


class Command(BaseCommand):
    help = "Says whether firefighting is declining in a series (CSV); - is standard input."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, file, **options):
        try:
            trend = trend_of(read_series(_content(file)))
        except OSError as error:
            self.stderr.write(f"{file}: {error.strerror}")
            sys.exit(1)
        except Unreadable as unreadable:
            self.stderr.write("\n".join(map(str, unreadable.faults)))
            sys.exit(1)
        lines = [json.dumps(as_json(trend))] if options["json"] else _report(trend)
        self.stdout.write("\n".join(lines))


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    with open(file, "rb") as opened:
        return opened.read()


def _report(trend: Trend) -> Iterator[str]:
    yield verdict_in_words(trend)
    yield ""
    width = max(map(len, as_json(trend)))
    for name, value in as_json(trend).items():
        yield f"{name.ljust(width)}  {_shown(value)}"
    yield ""
    yield _(
        "The test takes the periods as independent; neighbouring weeks resemble each other, so take"
        " a narrow verdict with care."
    )


def _shown(value) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        return _("{lower} to {upper}").format(lower=_shown(value[0]), upper=_shown(value[1]))
    return f"{value:.4g}" if isinstance(value, float) else str(value)
