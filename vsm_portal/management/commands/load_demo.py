from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from vsm_portal.accounts.models import User
from vsm_portal.home.demo.building import build_demo


class Command(BaseCommand):
    help = "Fill an empty database with the demo company."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="say nothing and change nothing where there is data already",
        )

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("The demo is loaded only where DEMO is on.")
        if User.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError(
                "The demo is loaded only into an empty database; this one has people."
            )
        with transaction.atomic():
            build_demo()
        self.stdout.write("The demo company is loaded.")
