"""`manage.py export_map ID`: a map of the database as a file, which imports as the same map."""

import sys

from django.core.management.base import BaseCommand

from value_streams.mapping import write_map
from value_streams.maps.entered import entered
from value_streams.models import Map


class Command(BaseCommand):
    help = "Writes a map of the database as a map file (JSON, value-stream-map/1)."

    def add_arguments(self, parser):
        parser.add_argument("pk", type=int, metavar="ID")

    def handle(self, *args, pk, **options):
        drawn = Map.objects.with_rows().filter(pk=pk).first()
        if drawn is None:
            self._refuse([f"there is no map {pk}"])
        now = entered(drawn)
        if now.faults:
            self._refuse(str(fault) for fault in now.faults)
        self.stdout.write(write_map(now.map), ending="")

    def _refuse(self, lines):
        self.stderr.write("\n".join(lines))
        sys.exit(1)
