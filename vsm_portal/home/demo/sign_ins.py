"""The demo's people on the sign-in page: only in demo mode, and only where the demo was loaded."""

from django.conf import settings

from vsm_portal.accounts.models import User

from .people import SIGN_INS


def demo_sign_ins() -> list:
    """Objects with .name .role .email .password; nobody where there is no demo."""
    if not settings.DEMO or not User.objects.filter(email=SIGN_INS[0].email).exists():
        return []
    return list(SIGN_INS)
