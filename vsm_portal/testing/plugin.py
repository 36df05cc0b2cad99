"""The environment of every test run, set before Django reads its settings.

Nothing of the developer's own installation is read or written: every key of the configuration is
forgotten, and `VAR_DIR` is a new folder for each test process, so that the database file, uploads,
mails and broker are thrown away together. `TEST_DATABASE_URL` and `TEST_REDIS_URL` choose
the other database and the other broker.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from . import no_network
from .configuration_keys import keys_read

# xdist's processes inherit the first one's number, so a run is one name in PostgreSQL and Redis.
_run = os.environ.setdefault("TEST_RUN", str(os.getpid()))
_process = os.environ.get("PYTEST_XDIST_WORKER", "main")
_folder = tempfile.mkdtemp(prefix="portal-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

for _key in keys_read():
    os.environ.pop(_key, None)
    os.environ.pop(f"{_key}_FILE", None)
os.environ.update(
    VAR_DIR=_folder,
    SECRET_KEY="a secret for tests only, as long as a real one has to be",
    CACHE_URL=f"locmemcache://{_process}",
    BROKER_QUEUE=f"test-{_run}-{_process}",
    DEBUG="off",
    DEMO="off",
)
if "TEST_DATABASE_URL" in os.environ:
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]
if "TEST_REDIS_URL" in os.environ:
    os.environ["BROKER_URL"] = os.environ["TEST_REDIS_URL"]


def pytest_configure(config):
    """The settings as they are, but for what makes tests slow or lenient."""
    from django.conf import settings
    from zeal.constants import initialize_app_registry
    from zeal.patch import patch

    from .audit_rows_in_tests import let_the_flush_pass
    from .undefined_variables import FailInOurTemplates

    no_network.close_the_doors()
    let_the_flush_pass()
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]
    settings.WHITENOISE_AUTOREFRESH = True  # files are looked for when asked for, not listed before
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = FailInOurTemplates()
    # A page that asks the database once more for each row fails (N+1). Django itself reads a
    # session a second time when it ends one whose password changed.
    settings.ZEAL_ALLOWLIST = [{"model": "sessions.Session"}]
    initialize_app_registry()
    patch()
    settings.MIDDLEWARE = ["zeal.middleware.zeal_middleware", *settings.MIDDLEWARE]
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = _test_database(settings)


def _test_database(settings) -> str:
    """On SQLite a file, since threads share no database in memory; on PostgreSQL one a run."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return str(Path(_folder) / "test.sqlite3")
    return f"test_portal_{_run}"


def pytest_unconfigure():
    shutil.rmtree(_folder, ignore_errors=True)  # xdist's processes never come to `atexit`


def pytest_addoption(parser):
    parser.addoption(
        "--where-databases-differ",
        action="store_true",
        help="only what commits or locks: transactions, races, workers, PostgreSQL's own",
    )


def pytest_collection_modifyitems(config, items):
    """PostgreSQL is shown what asks a database, SQLite everything but what only PostgreSQL has."""
    if config.getoption("--where-databases-differ"):
        elsewhere = [item for item in items if not _commits(item)]
    elif "TEST_DATABASE_URL" in os.environ:
        elsewhere = [item for item in items if not _asks_a_service(item)]
    else:
        elsewhere = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def _asks_a_service(item) -> bool:
    asked = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or any(map(item.get_closest_marker, ("django_db", "worker", "postgres")))


def _commits(item) -> bool:
    database = item.get_closest_marker("django_db")
    return (
        "transactional_db" in getattr(item, "fixturenames", ())
        or (database is not None and database.kwargs.get("transaction", False))
        or any(map(item.get_closest_marker, ("worker", "postgres")))
    )


@pytest.fixture(autouse=True)
def _empty_cache():
    """No test meets another's rate limits."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def environment_of_a_process():
    """The environment for a worker, a server or a command that shall see this test's database.

    A function of further keys: `environment_of_a_process(EMAIL_URL="smtp://127.0.0.1:2525")`. The
    test must commit what the process shall see, so it is marked `django_db(transaction=True)`.
    """
    from django.db import connection

    def environment(**further) -> dict[str, str]:
        return {**os.environ, "DATABASE_URL": _url(connection.settings_dict), **further}

    return environment


def _url(database: dict) -> str:
    if database["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{database['NAME']}"
    given, _, _ = os.environ["TEST_DATABASE_URL"].partition("?")
    return f"{given.rpartition('/')[0]}/{database['NAME']}"


@pytest.fixture
def world(db):
    """One small company with an open position, in which everybody is somebody: see `cast`."""
    from .cast import build_world
    from .kept_rows import built_once

    return built_once(build_world)
