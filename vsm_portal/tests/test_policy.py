"""Every address of the portal, for every person of the cast, with GET and with POST."""

import pytest
from django.db import transaction
from django.template.backends.django import Template
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from vsm_portal.policy import POLICY
from vsm_portal.testing.cast import PEOPLE

EVERYBODY = ["anonymous", *PEOPLE]
#: what an allowed POST without a body may answer: done, or refused for what it lacks
ALLOWED = {200, 204, 302, 303, 400, 409, 422}


def names(resolver=None, admin=False):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                yield from names(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern.name


def test_every_address_stands_in_the_policy_and_every_row_has_an_address():
    assert set(names()) == set(POLICY)


def expected(rule, method, who):
    """The status or statuses this person must get."""
    allowed = (rule.read if method == "get" else rule.write).split()
    refused = (rule.refused_read if method == "get" else rule.refused_write).split()
    if who in allowed:
        return ALLOWED
    if who == "anonymous" and not rule.is_public:
        return {302}
    if who in refused:
        return {403}
    if not allowed and not refused:
        return {404, 405}
    return {404}


@pytest.fixture
def nothing_is_drawn(monkeypatch):
    """Who gets what is decided before a page is drawn; drawing thousands would take minutes."""
    monkeypatch.setattr(Template, "render", lambda self, context=None, request=None: "")


@pytest.mark.django_db
@pytest.mark.usefixtures("nothing_is_drawn")
@pytest.mark.parametrize("name", sorted(POLICY))
def test_each_person_gets_what_the_policy_says(name, world, client):
    rule = POLICY[name]
    url = reverse(name, kwargs=rule.arguments(world))
    wrong = []
    for who in EVERYBODY:
        for method in ("get", "post"):
            with transaction.atomic():
                client.logout()
                if who != "anonymous":
                    client.force_login(world.people[who])
                response = getattr(client, method)(url)
                transaction.set_rollback(True)
            status, right = response.status_code, expected(rule, method, who)
            to_sign_in = status == 302 and response.url.startswith("/account/login/")
            if who == "anonymous" and not rule.is_public:
                right_answer = to_sign_in
            else:
                right_answer = status in right and not (to_sign_in and who != "anonymous")
            if not right_answer:
                wrong.append(f"{method.upper()} {who}: got {status}, expected {sorted(right)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
def test_an_address_only_for_reading_refuses_a_post(world, client):
    client.force_login(world.hr)
    for name, rule in POLICY.items():
        if not rule.write and not rule.refused_write and "hr" in rule.read.split():
            url = reverse(name, kwargs=rule.arguments(world))
            assert client.post(url).status_code == 405, name


def test_the_documentation_says_what_the_table_says(settings):
    from vsm_portal.policy_page import markdown

    written = (settings.BASE_DIR / "docs" / "policy.md").read_text()
    assert written == markdown(), "run manage.py write_policy"
