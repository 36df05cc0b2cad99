import pytest
from django.urls import reverse

from vsm_portal.accounts.models import Membership, Role
from vsm_portal.testing.cast import PASSWORD

LOGIN = "/account/login/"


def sign_in(client, person, password=PASSWORD, query="", **further):
    data = {"login": person.email, "password": password, **further}
    return client.post(LOGIN + query, data)


def test_a_person_signs_in_with_address_and_password(world, client):
    response = sign_in(client, world.hr)
    assert (response.status_code, response.url) == (302, "/")
    assert client.get("/me/").status_code == 200


def test_the_address_is_accepted_in_capital_letters_and_with_blanks(world, client):
    data = {"login": f" {world.hr.email.upper()} ", "password": PASSWORD}
    assert client.post(LOGIN, data).status_code == 302


def test_a_stranger_is_sent_to_the_sign_in_page_and_on_to_where_they_wanted(world, client):
    response = client.get("/people/")
    assert response.url == "/account/login/?next=/people/"
    assert sign_in(client, world.administrator, next="/people/").url == "/people/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "https:evil.example",
        "/\\evil.example",
        "javascript:x",
    ],
)
def test_signing_in_never_leads_to_another_site(world, client, elsewhere):
    response = sign_in(client, world.hr, query=f"?next={elsewhere}", next=elsewhere)
    assert response.status_code == 302
    assert response.url == "/"


def test_signing_out_never_leads_to_another_site(world, client):
    client.force_login(world.hr)
    response = client.post("/account/logout/?next=https://evil.example")
    assert response.url == "/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(world, client):
    def answer(email):
        response = client.post(LOGIN, {"login": email, "password": "not this one at all"})
        return response.status_code, body(response, email)

    known = answer(world.hr.email)
    assert known[0] == 422
    assert known == answer("nobody@example.com")


def test_a_closed_account_gets_the_same_answer_as_an_unknown_address(world, client):
    world.executive.deactivate(by=world.administrator)

    def answer(email):
        response = client.post(LOGIN, {"login": email, "password": PASSWORD})
        return response.status_code, body(response, email)

    assert answer(world.executive.email) == answer("nobody@example.com")


def body(response, email):
    """The page without what belongs to the request: the address typed, the form's token."""
    token = response.context["csrf_token"]
    return response.content.decode().replace(email, "…").replace(str(token), "…")


def test_the_session_key_changes_at_sign_in(world, client):
    client.get(LOGIN + "?next=/me/")
    session = client.session
    session["before"] = "kept by a thief"
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    sign_in(client, world.hr)
    assert client.cookies["sessionid"].value != before


def test_after_too_many_wrong_passwords_even_the_right_one_waits(world, client):
    for _attempt in range(5):
        sign_in(client, world.hr, "not this one at all")
    response = sign_in(client, world.hr)
    assert response.status_code == 422
    assert client.get("/me/").status_code == 302


def test_too_many_requests_get_a_page_that_says_what_to_do(world, client):
    for _attempt in range(30):
        response = client.post(LOGIN, {})
    response = client.post(LOGIN, {})
    assert response.status_code == 429
    assert "wait five minutes" in response.content.decode()


def test_signing_out_is_a_post_that_empties_the_browser(world, client):
    client.force_login(world.hr)
    assert client.get("/account/logout/").status_code == 200
    assert client.get("/me/").status_code == 200
    response = client.post("/account/logout/")
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/me/").status_code == 302


def test_an_old_cookie_is_worth_nothing_after_signing_out(world, client):
    client.force_login(world.hr)
    old = client.cookies["sessionid"].value
    client.post("/account/logout/")
    client.cookies["sessionid"] = old
    assert client.get("/me/").status_code == 302


def test_nobody_signs_up(world, client):
    assert "opened by your administrator" in client.get("/account/signup/").content.decode()
    person = {"email": "new@example.com", "password1": PASSWORD, "password2": PASSWORD}
    assert (
        "opened by your administrator" in client.post("/account/signup/", person).content.decode()
    )
    assert not type(world.hr).objects.filter(email="new@example.com").exists()


@pytest.mark.parametrize("path", ["email/", "confirm-email/", "confirm-email/x/", "login/code/"])
def test_nobody_changes_the_address_they_sign_in_with(world, client, path):
    client.force_login(world.hr)
    assert client.get(f"/account/{path}").status_code == 404


def test_a_portal_without_a_demo_shows_none(world, client, settings, monkeypatch):
    settings.DEMO = True
    monkeypatch.setitem(__import__("sys").modules, "vsm_portal.home.demo", None)
    assert client.get(LOGIN).status_code == 200


def test_a_role_that_ends_during_a_session_is_gone_at_the_next_request(world, client):
    client.force_login(world.candidate)
    assert client.get("/people/").status_code == 200
    Membership.objects.get(user=world.candidate, role=Role.ADMINISTRATOR).end(
        by=world.administrator
    )
    assert client.get("/people/").status_code == 404


def test_the_inactive_page_answers_strangers(client, db):
    assert client.get(reverse("account_inactive")).status_code == 200
