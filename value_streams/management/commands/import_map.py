"""`manage.py import_map FILE --stream ID`: a map file as the next version of its state, a draft."""

import sys

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from value_streams.management.map_file import map_of
from value_streams.maps.same import version_that_says
from value_streams.models import Map, ValueStream
from vsm_portal.accounts.models import User
from vsm_portal.permission import Conflict, Refused


class Command(BaseCommand):
    help = "Imports a map file (JSON, value-stream-map/1) into a stream; - is standard input."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--stream", type=int, required=True, metavar="ID")
        parser.add_argument(
            "--by", metavar="EMAIL", help="who imports it; else the top person of the site"
        )

    def handle(self, *args, file, stream, by=None, **options):
        read = map_of(file, self.stderr)
        try:
            into = ValueStream.objects.select_related("site__top_person").get(pk=stream)
            person = _person(by, into)
            if same := version_that_says(into, read):
                return f"The same as map {same.pk} ({same}): nothing was imported."
            drawn = Map.take(into, read, by=person)
        except ValueStream.DoesNotExist:
            self._refuse(f"--stream: there is no value stream {stream}")
        except User.DoesNotExist:
            self._refuse(f"--by: there is no user {by}")
        except (Refused, Conflict) as refused:
            self._refuse(str(refused))
        return f"Map {drawn.pk} ({drawn}) of {into}"

    def _refuse(self, line):
        self.stderr.write(line)
        sys.exit(1)


def _person(email, stream):
    if email:
        return User.objects.get(email__iexact=email)
    if stream.site.top_person is None:
        raise Refused(_("The site has no top person; say with --by who imports the map."))
    return stream.site.top_person
