import doctest
from datetime import date

import pytest
from django import forms
from django.utils import translation

from vsm_portal import days
from vsm_portal.days import DayField, read_day


class Form(forms.Form):
    day = DayField()


def test_the_examples_in_the_text_hold():
    assert doctest.testmod(days).failed == 0


@pytest.mark.parametrize(
    "text",
    ["2026-11-30", "30.11.2026", "30. 11. 2026", "30 November 2026", "30 nov 2026",
     "30. Nov. 2026", "November 30, 2026", " 30  November  2026 "],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text):
    assert read_day(text) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 November 2026", "November 2026 has 30 days."),
        ("2026-02-29", "February 2026 has 28 days."),
        ("2028-02-30", "February 2028 has 29 days."),
        ("2026-13-01", "There is no month 13."),
        ("0.1.2026", "January 2026 has 31 days."),
        ("0026-11-30", "The year 0026 looks mistyped."),
        ("20266-11-30", "is not a date"),
        ("3/4/2026", "is not a date"),
        ("30 Novembre 2026", "is not a date"),
        ("soon", "“soon” is not a date"),
    ],
)
def test_what_is_no_day_is_refused_in_words(text, sentence):
    with pytest.raises(ValueError) as refusal:
        read_day(text)
    assert sentence in str(refusal.value)


def test_month_names_are_those_of_the_readers_language():
    with translation.override("de"):
        assert read_day("30. Oktober 2026") == date(2026, 10, 30)


def test_a_good_day_is_shown_in_the_browsers_picker():
    field = str(Form(initial={"day": date(2026, 11, 30)})["day"])
    assert 'type="date"' in field
    assert 'value="2026-11-30"' in field


@pytest.mark.parametrize("text", ["31 November 2026", "2026-11-31", "soon"])
def test_what_a_picker_could_not_show_stays_as_typed(text):
    form = Form({"day": text})
    assert not form.is_valid()
    assert f'value="{text}"' in str(form["day"])
    assert 'type="text"' in str(form["day"])


def test_an_empty_day_is_asked_for():
    assert Form({"day": " "}).errors["day"] == ["This field is required."]
