from django.conf import settings
from django.core.management.base import BaseCommand

from vsm_portal.policy_page import markdown


class Command(BaseCommand):
    help = "Write docs/policy.md from the policy tables."

    def handle(self, *args, **options):
        (settings.BASE_DIR / "docs" / "policy.md").write_text(markdown())
