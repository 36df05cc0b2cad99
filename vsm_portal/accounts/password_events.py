"""A password that changes leaves a row in the audit trail, whichever page it was changed on."""

from allauth.account.signals import password_changed, password_reset, password_set

from vsm_portal.audit.writing import record


def listen() -> None:
    for signal in (password_changed, password_reset, password_set):
        signal.connect(_write_down, dispatch_uid="audit of passwords")


def _write_down(sender, user, **about):
    record("user.password_set", user, by=user, site=user.home_site)
