"""Figures typed with their unit: understood, converted and said, or refused; never guessed."""

from decimal import Decimal

import pytest

from value_streams.mapping.quantities import Unclear, Unit, quantity


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("39", Unit.SECONDS, "39"),
        (" 39s ", Unit.SECONDS, "39"),
        ("39 Sec", Unit.SECONDS, "39"),
        ("0,5", Unit.NUMBER, "0.5"),
        (".5", Unit.NUMBER, "0.5"),
        ("0.500", Unit.NUMBER, "0.5"),
        ("18 400 pcs", Unit.PIECES, "18400"),
        ("18\u202f400,5", Unit.PIECES, "18400.5"),
        ("1'234'567.25", Unit.PIECES, "1234567.25"),
        ("1.234.567", Unit.PIECES, "1234567"),
        ("1,234.5", Unit.PIECES, "1234.5"),
        ("1.234,5", Unit.PIECES, "1234.5"),
        ("12500,125", Unit.PIECES, "12500.125"),
        ("−4", Unit.NUMBER, "-4"),
        ("5 days", Unit.DAYS, "5"),
        ("120 m2", Unit.SQUARE_METRES, "120"),
    ],
)
def test_a_figure_in_the_unit_of_its_field_is_taken_as_it_is(text, unit, value):
    read = quantity(text, unit)
    assert (read.value, read.said) == (Decimal(value), None)


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("39 min", Unit.SECONDS, "39 min is taken as 2340 s."),
        ("1,5 h", Unit.SECONDS, "1,5 h is taken as 5400 s."),
        ("90 s", Unit.MINUTES, "90 s is taken as 1.5 min."),
        ("1 hour", Unit.MINUTES, "1 hour is taken as 60 min."),
        ("30 min", Unit.HOURS, "30 min is taken as 0.5 h."),
        ("85 %", Unit.SHARE, "85 % is taken as 0.85."),
        ("100 ft²", Unit.SQUARE_METRES, "100 ft² is taken as 9.290304 m²."),
    ],
)
def test_another_unit_is_converted_and_said(text, unit, said):
    assert str(quantity(text, unit).said) == said


@pytest.mark.parametrize(
    ("mark", "value", "said"), [(".", 1500, "1500 pieces"), (",", Decimal("1.5"), "1.5 pieces")]
)
def test_what_could_be_two_is_decided_by_the_language_and_said(mark, value, said):
    read = quantity("1,500", Unit.PIECES, mark)
    assert (read.value, str(read.said)) == (value, f"1,500 is taken as {said}.")


@pytest.mark.parametrize(
    ("text", "unit", "sentence"),
    [
        ("1,500", Unit.PIECES, "could be 1.5 or 1500"),
        ("39.250 s", Unit.SECONDS, "could be 39.25 or 39250"),
        ("2 weeks", Unit.DAYS, "must be in days"),
        ("8 h", Unit.DAYS, "must be in days"),
        ("39 m", Unit.SECONDS, "must be in s, min, h"),
        ("39 s", Unit.PIECES, "must be in pieces"),
        ("1 h 30 min", Unit.SECONDS, "must be in s, min, h"),
        ("4 pieces", Unit.NUMBER, "must be a number without a unit"),
        ("", Unit.SECONDS, "must be a number"),
        ("s", Unit.SECONDS, "must be a number"),
        ("1 23", Unit.NUMBER, "must be a number"),
        ("1,2,3", Unit.NUMBER, "must be a number"),
        ("1,234 567", Unit.NUMBER, "must be a number"),
        ("..", Unit.NUMBER, "must be a number"),
        ("9" * 61, Unit.NUMBER, "must be a number"),
    ],
)
def test_what_is_no_figure_or_could_be_two_is_refused(text, unit, sentence):
    with pytest.raises(Unclear) as refused:
        quantity(text, unit)
    assert str(refused.value) == sentence
