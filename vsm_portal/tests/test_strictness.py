"""The suite itself is strict: no other machine, no undefined variable, no N+1, no old database."""

import socket
import warnings
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.template import Context, Template, engines
from django.template.base import Origin
from zeal import NPlusOneError
from zeal.middleware import zeal_middleware

from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event
from vsm_portal.testing.no_network import LeftTheMachine, stays_here
from vsm_portal.testing.undefined_variables import UndefinedVariable

OURS = str(settings.BASE_DIR / "templates" / "example.html")
THEIRS = str(settings.BASE_DIR / ".venv/lib/python3/site-packages/allauth/templates/x.html")


def rendered(source, file):
    engine = engines["django"].engine
    return Template(source, origin=Origin(file), engine=engine).render(Context())


@pytest.mark.parametrize(
    "source",
    [
        "{{ nobody }}",
        "{{ nobody.name|upper }}",
        "{% load i18n %}{% blocktranslate %}Hello {{ nobody }}{% endblocktranslate %}",
        "{% if 1 %}{% for x in 'ab' %}{{ y }}{% endfor %}{% endif %}",
    ],
)
def test_an_undefined_variable_in_a_template_of_ours_fails_the_test(source):
    with pytest.raises(UndefinedVariable, match=r"example\.html"):
        rendered(source, OURS)


def test_an_undefined_variable_in_another_ones_template_is_empty_and_takes_its_default():
    assert rendered("{{ nobody }}{{ nobody|default:'x' }}", THEIRS) == "x"


def test_asking_whether_a_variable_is_defined_is_allowed():
    assert rendered("{% if nobody %}a{% else %}b{% endif %}", OURS) == "b"


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "2001:db8::1"])
def test_no_test_reaches_another_machine(host):
    with pytest.raises(LeftTheMachine):
        socket.create_connection((host, 80), timeout=1)
    assert not stays_here(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", b"127.0.0.1", "", None])
def test_this_machine_is_reachable(host):
    assert stays_here(host)


def test_a_warning_is_an_error():
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_files_of_a_run_are_in_a_folder_that_goes_away():
    assert settings.VAR.name.startswith("portal-test-")
    assert Path(settings.MEDIA_ROOT).is_relative_to(settings.VAR)
    assert settings.BROKER_FOLDER.is_relative_to(settings.VAR)


@pytest.mark.django_db
def test_the_database_is_one_of_this_run_alone():
    assert "test" in str(connection.settings_dict["NAME"])
    assert str(connection.settings_dict["NAME"]) != str(settings.VAR / "portal.sqlite3")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["once", "again"])
def test_audit_rows_go_between_tests_and_no_other_time(time):
    Event.objects.create(action=time, object_type="x", object_id=1)
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_event")
    assert Event.objects.count() == 1


@pytest.mark.django_db
def test_asking_the_database_once_for_each_row_of_a_page_fails_the_test(rf):
    for number in range(3):
        user = User.objects.create(email=f"p{number}@example.com")
        Event.objects.create(action="x", object_type="x", object_id=number, actor=user)

    def page(request):
        return HttpResponse(", ".join(event.actor.email for event in Event.objects.all()))

    assert settings.MIDDLEWARE[0] == "zeal.middleware.zeal_middleware"
    with pytest.raises(NPlusOneError):
        zeal_middleware(page)(rf.get("/"))
