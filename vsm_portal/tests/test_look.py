"""The components, the form pack and the error pages, rendered without a database."""

import re

import pytest
from django.template import Context, Engine
from django.template.loader import render_to_string
from django.test import RequestFactory

from vsm_portal.style_page import SampleForm, parts
from vsm_portal.templatetags.portal import icon

ERROR_PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "409.html", "500.html"]
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def request_(rf: RequestFactory):
    return rf.get("/style/")


@pytest.fixture
def style_page(request_):
    return parts(request_).content.decode()


def forbidden_by_policy(html):
    """What the Content-Security-Policy would refuse, or an inline handler."""
    return re.findall(
        r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|https?://(?!www\.w3)", html
    )


def refused_form():
    return render_to_string(
        "style/form.html", {"form": SampleForm({"name": "Nadia", "email": "x@"})}
    )


def test_the_style_page_shows_every_component(style_page):
    for name in (
        "titleblock",
        "tasks",
        "sign bad box",
        "empty",
        "levels",
        "pick",
        "readers",
        "heat",
    ):
        assert f'class="{name}' in style_page


def test_no_page_carries_inline_script_or_style_or_calls_outside(style_page):
    assert forbidden_by_policy(style_page) == []


@pytest.mark.parametrize("template", ERROR_PAGES)
def test_error_pages_come_out_and_obey_the_policy(template, request_):
    html = render_to_string(template, {"reason": HOSTILE, "kept": [("Note", HOSTILE)]}, request_)
    assert "<h1>" in html
    assert HOSTILE not in html
    assert forbidden_by_policy(html) == []


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_the_pages_of_last_resort_need_no_context_at_all(template):
    assert "<h1>" in Engine.get_default().get_template(template).render(Context())


@pytest.mark.parametrize("template", ["403.html", "403_csrf.html", "409.html"])
def test_what_was_typed_stands_on_the_page_that_refuses_it(template, request_):
    html = render_to_string(
        template, {"reason": "", "kept": [("Note", "Two asked to go")]}, request_
    )
    assert ">Two asked to go</textarea>" in html


def test_a_refused_field_keeps_its_text_and_is_tied_to_its_reason():
    html = refused_form()
    assert 'value="x@"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_email_error"' in html
    assert re.search(r'id="id_email_error">.*Enter a valid email address\.', html, re.DOTALL)


def test_the_error_summary_is_announced_and_links_to_each_field():
    html = refused_form()
    assert 'role="alert" tabindex="-1" data-focus-first' in html
    for link in re.findall(r'<a href="#([^"]+)"', html):
        assert f'id="{link}"' in html
    assert 'href="#id_email"' in html
    assert 'href="#id_kind"' in html


def test_only_what_may_stay_empty_is_marked():
    html = refused_form()
    labels = dict(re.findall(r'<label for="(\w+)">\s*(.*?)\s*</label>', html, re.DOTALL))
    assert "(optional)" in labels["id_due"]
    assert "(optional)" not in labels["id_email"]


def test_an_untouched_form_accuses_nobody():
    html = render_to_string("style/form.html", {"form": SampleForm()})
    assert 'role="alert"' not in html
    assert "aria-invalid" not in html


def test_an_icon_is_hidden_from_screen_readers_and_an_unknown_one_fails_loudly():
    assert 'aria-hidden="true"' in icon("lock")
    with pytest.raises(KeyError):
        icon("unicorn")
