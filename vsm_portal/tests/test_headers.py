"""Every kind of answer carries the headers that keep it from being framed, sniffed or kept."""

import pytest
from django.test import Client
from django.urls import path

from vsm_portal import urls
from vsm_portal.permission import Conflict, Refused
from vsm_portal.testing.cast import PASSWORD

CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
}


def _raises(exception):
    def view(request):
        raise exception

    return view


urlpatterns = [
    *urls.urlpatterns,
    path("refused/", _raises(Refused("Because."))),
    path("conflict/", _raises(Conflict("Meanwhile."))),
    path("broken/", _raises(RuntimeError("broken"))),
]
handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404


def anonymous_page(client, world):
    client.logout()
    return client.get("/account/login/")


def redirect_to_sign_in(client, world):
    client.logout()
    return client.get("/me/")


def too_many(client, world):
    for _attempt in range(31):
        answer = Client().post("/account/login/", {})
    return answer


def no_token(client, world):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world.hr)
    return strict.post("/me/", {"name": "Kept Name"})


ANSWERS = {
    "page": (200, lambda client, world: client.get("/me/")),
    "sign-in page": (200, anonymous_page),
    "to sign-in": (302, redirect_to_sign_in),
    "redirect": (302, lambda client, world: client.get("/account/login/")),
    "bad host": (400, lambda client, world: client.get("/me/", headers={"host": "evil.example"})),
    "refused": (403, lambda client, world: client.get("/refused/")),
    "no token": (403, no_token),
    "not found": (404, lambda client, world: client.get("/nowhere/")),
    "not for me": (404, lambda client, world: client.get("/people/")),
    "wrong method": (405, lambda client, world: client.post("/audit/")),
    "conflict": (409, lambda client, world: client.get("/conflict/")),
    "bad form": (422, lambda client, world: client.post("/me/", {})),
    "too many": (429, too_many),
    "broken": (500, lambda client, world: client.get("/broken/")),
}
SIGNED_IN = {"page", "redirect", "refused", "no token", "not found", "not for me"}
SIGNED_IN |= {"wrong method", "conflict", "bad form"}


@pytest.fixture
def answer(world, client, request, settings):
    settings.ROOT_URLCONF = "vsm_portal.tests.test_headers"
    client.raise_request_exception = False
    client.force_login(world.hr)
    status, ask = ANSWERS[request.param]
    response = ask(client, world)
    assert response.status_code == status
    return response


every_answer = pytest.mark.parametrize("answer", ANSWERS, indirect=True)


@every_answer
def test_an_answer_loads_nothing_from_elsewhere_and_runs_nothing_inline(answer):
    assert {part.strip() for part in answer["Content-Security-Policy"].split(";")} == CSP


@every_answer
def test_an_answer_is_neither_sniffed_nor_framed_nor_named_to_others(answer):
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("answer", sorted(SIGNED_IN), indirect=True)
def test_what_a_signed_in_person_saw_is_kept_by_no_cache(answer):
    assert "no-store" in answer["Cache-Control"]


@every_answer
def test_an_answer_has_no_inline_script_or_style(answer):
    text = answer.content.decode()
    assert "<style" not in text
    assert " style=" not in text
    assert "<script>" not in text
    assert " onclick=" not in text


def test_the_session_cookie_is_not_for_scripts_and_not_for_other_sites(world, client):
    client.post("/account/login/", {"login": world.hr.email, "password": PASSWORD})
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
