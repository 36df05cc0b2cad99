"""Where settings come from: the environment, a file named by `KEY_FILE`, or the checkout itself.

Development needs nothing: what is not given is made up in `var/`. Production (`VSM_ENV=production`)
demands every key by name, and the start fails naming all that are missing.
"""

import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.FileAwareEnv()

DEMANDED_IN_PRODUCTION = (
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "BROKER_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
    "PORTAL_URL",
    "MEDIA_ROOT",
)


def is_production() -> bool:
    kind = env.str("VSM_ENV", "development")
    if kind not in ("development", "production"):
        raise ImproperlyConfigured(f"VSM_ENV must be development or production, got {kind!r}.")
    return kind == "production"


def demand_production_keys() -> None:
    """Raise `ImproperlyConfigured` naming every key that production lacks, all at once."""
    missing = [
        key
        for key in DEMANDED_IN_PRODUCTION
        if not (env.str(key, "") or env.str(f"{key}_FILE", ""))
    ]
    if missing:
        raise ImproperlyConfigured(
            "Production needs these keys in the environment (or as KEY_FILE): " + ", ".join(missing)
        )


def development_secret(var: Path) -> str:
    """The secret of this checkout, made on first use and kept in `var/secret_key`.

    Several processes may start at the same moment; whoever creates the file first wins.
    """
    file = var / "secret_key"
    try:
        with file.open("x") as new:
            new.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return file.read_text().strip()
