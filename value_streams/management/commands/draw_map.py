"""`manage.py draw_map FILE --output map.svg`: a map file drawn, the same file each time.

Touches no database, broker or network; the pages call the same `drawing.draw_map`.
"""

import sys

from django.core.management.base import BaseCommand

from value_streams.drawing import draw_map, in_order
from value_streams.management.map_file import STANDARD_INPUT, map_of
from value_streams.mapping import analyse


class Command(BaseCommand):
    help = "Draws a value-stream map (JSON, value-stream-map/1) as SVG; - is standard input."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        parser.add_argument(
            "--output", metavar="SVG", default=STANDARD_INPUT, help="- (default): standard output"
        )
        parser.add_argument(
            "--words", action="store_true", help="print the map in words, in order, instead"
        )

    def handle(self, *args, file, output, words, **options):
        analysis = analyse(map_of(file, self.stderr))
        if words:
            content = "\n".join(_lines(analysis))
        else:
            content = draw_map(analysis, form="file")
        if output == STANDARD_INPUT:
            self.stdout.write(content)
            return
        try:
            with open(output, "w", encoding="utf-8", newline="\n") as opened:
                opened.write(content + "\n")
        except OSError as error:
            self.stderr.write(f"{output}: {error.strerror}")
            sys.exit(1)


def _lines(analysis):
    for part in in_order(analysis):
        yield part.heading
        yield from (f"  {at}. {sentence}" for at, sentence in enumerate(part.sentences, 1))
