"""Configuration: nothing is needed on a laptop, everything is demanded by name in production."""

import os
import re
import socket
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.utils.crypto import get_random_string

from vsm_portal.configuration import DEMANDED_IN_PRODUCTION
from vsm_portal.start import is_free
from vsm_portal.testing.configuration_keys import keys_read

OPERATIONS = settings.BASE_DIR / "docs" / "operations.md"
ELSEWHERE = {"PORT", "TEST_DATABASE_URL", "TEST_REDIS_URL"}  # read by make and by the tests


def production(**given):
    return {
        "VSM_ENV": "production",
        "SECRET_KEY": get_random_string(64),
        "ALLOWED_HOSTS": "portal.example.com",
        "PORTAL_URL": "https://portal.example.com",
        "DATABASE_URL": "postgres://portal@127.0.0.1/portal",
        "BROKER_URL": "redis://127.0.0.1/0",
        "CACHE_URL": "redis://127.0.0.1/1",
        "EMAIL_URL": "smtp://127.0.0.1:25",
        "DEFAULT_FROM_EMAIL": "portal@example.com",
        "MEDIA_ROOT": "/srv/portal/media",
        **given,
    }


def run(*command, **environment):
    """A new process that knows nothing but the keys it is given."""
    known = {key: os.environ[key] for key in ("PATH", "HOME", "VAR_DIR") if key in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        env={**known, **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_production_without_keys_fails_and_names_all_of_them():
    refused = run("manage.py", "check", VSM_ENV="production")
    assert refused.returncode != 0
    last_line = refused.stderr.strip().splitlines()[-1]
    assert [key for key in DEMANDED_IN_PRODUCTION if key not in last_line] == []


def test_production_names_the_one_key_that_is_missing():
    refused = run("manage.py", "check", **production(EMAIL_URL=""))
    assert refused.stderr.strip().endswith("(or as KEY_FILE): EMAIL_URL")


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "secret").write_text("s" * 64)
    given = production(SECRET_KEY_FILE=str(tmp_path / "secret"))
    del given["SECRET_KEY"]
    show = "from django.conf import settings; print(settings.SECRET_KEY)"
    answer = run("-c", show, DJANGO_SETTINGS_MODULE="vsm_portal.settings", **given)
    assert answer.stdout.strip() == "s" * 64, answer.stderr


def test_an_environment_of_another_name_is_refused():
    refused = run("manage.py", "check", VSM_ENV="prod")
    assert "VSM_ENV must be development or production" in refused.stderr


def test_django_finds_nothing_to_say_about_production():
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **production())
    assert checked.returncode == 0, checked.stderr


def test_no_migration_is_missing():
    made = run("manage.py", "makemigrations", "--check", "--dry-run")
    assert made.returncode == 0, made.stdout


def test_a_second_start_changes_nothing(tmp_path):
    prepare = "from vsm_portal.start import prepare; prepare()"
    first = run("-c", prepare, VAR_DIR=str(tmp_path))
    assert first.returncode == 0, first.stderr
    before = everything_in(tmp_path)
    second = run("-c", prepare, VAR_DIR=str(tmp_path))
    assert second.returncode == 0, second.stderr
    assert everything_in(tmp_path) == before


def everything_in(var):
    with sqlite3.connect(var / "portal.sqlite3") as database:
        rows = list(database.iterdump())
    database.close()
    files = {file: file.read_bytes() for file in (var / "media").rglob("*") if file.is_file()}
    return rows, files, (var / "secret_key").read_text()


def test_a_port_that_somebody_listens_on_is_not_free():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert not is_free(port)
    assert is_free(port)


def test_the_table_of_keys_names_each_key_that_is_read_and_no_other():
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS.read_text(), re.MULTILINE))
    assert table == keys_read() | ELSEWHERE


@pytest.mark.parametrize("key", DEMANDED_IN_PRODUCTION)
def test_the_table_says_which_keys_production_demands(key):
    row = re.search(rf"^\| `{key}` \|.*$", OPERATIONS.read_text(), re.MULTILINE)
    assert "**demanded**" in row[0]
