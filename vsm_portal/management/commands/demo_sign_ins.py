from django.core.management.base import BaseCommand

from vsm_portal.home.demo.sign_ins import demo_sign_ins


class Command(BaseCommand):
    help = "Print as whom one can sign in to the demo."

    def handle(self, *args, **options):
        for person in demo_sign_ins():
            self.stdout.write(f"  {person.email:24} {person.password:22} {person.role}")
