"""What a field of the editor understands, in the language of whoever types."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from value_streams.map_editor.fields import FigureField, NamesField, PartsField, in_a_field
from value_streams.mapping.quantities import Unit
from value_streams.mapping.reading.fields import counted, positive, share, zero_or_more


def read(field, text):
    return field.clean(text), field.said


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("39", 39.0, ""),
        (" 39 s ", 39.0, ""),
        ("39 min", 2340.0, "39 min is taken as 2340 s."),
        ("1.5 h", 5400.0, "1.5 h is taken as 5400 s."),
        ("18 400", 18400.0, ""),
        ("1,500", 1500.0, "1,500 is taken as 1500 s."),
        ("", None, ""),
    ],
)
def test_a_time_with_its_unit(text, value, said):
    assert read(FigureField(positive(Unit.SECONDS)), text) == (value, said)


def test_the_decimal_mark_is_that_of_the_language():
    with translation.override("de"):
        field = FigureField(positive(Unit.DAYS))
        assert field.clean("1,500") == 1.5
        assert field.clean("1.500") == 1500.0
        assert in_a_field(1.5, Unit.DAYS) == "1,5"


@pytest.mark.parametrize(
    ("text", "value"), [("0.85", 0.85), ("85 %", 0.85), ("85%", 0.85), ("1", 1.0), ("100 %", 1.0)]
)
def test_a_share_is_typed_as_a_figure_or_in_per_cent(text, value):
    assert read(FigureField(share), text) == (value, "")


@pytest.mark.parametrize("value", [0.85, 0.995, 1.0, 0.333, 0.07])
def test_what_a_field_shows_is_read_back_as_the_same(value):
    assert FigureField(share).clean(in_a_field(value, Unit.SHARE)) == value


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (positive(Unit.SECONDS), "0"),
        (positive(Unit.SECONDS), "-4"),
        (positive(Unit.SECONDS), "1e-3"),
        (positive(Unit.SECONDS), "0.0000000001"),
        (positive(Unit.SECONDS), "9" * 40),
        (zero_or_more(Unit.PIECES), "-1"),
        (share, "85"),
        (share, "0"),
        (counted(), "1.5"),
        (positive(Unit.DAYS), "2 weeks"),
        (positive(Unit.SECONDS), "Infinity"),
    ],
)
def test_what_is_no_such_figure_is_refused_in_a_sentence(limits, text):
    with pytest.raises(ValidationError) as refused:
        FigureField(limits).clean(text)
    (reason,) = refused.value.messages
    assert reason[0].isupper()
    assert reason.endswith(".")


def test_named_figures():
    field = PartsField(zero_or_more(Unit.PIECES))
    assert field.clean("left 4600; right: 2400 pcs") == [["left", 4600.0], ["right", 2400.0]]
    assert field.clean("left: 4 600; Type 2 17") == [["left", 4600.0], ["Type 2", 17.0]]
    assert field.prepare_value(field.clean("left 4600;right 2.5")) == "left 4600; right 2.5"


@pytest.mark.parametrize(
    "text", ["4600", "left", "left 1; left 2", "left -1", "left many", "left 4 600"]
)
def test_named_figures_have_a_name_and_a_figure_each(text):
    with pytest.raises(ValidationError):
        PartsField(zero_or_more(Unit.PIECES)).clean(text)


def test_names_are_parted_by_a_semicolon():
    field = NamesField(required=False)
    assert field.clean("Weld 1; Assembly, left ;") == ["Weld 1", "Assembly, left"]
    assert field.prepare_value(["Weld 1", "Assembly, left"]) == "Weld 1; Assembly, left"


def test_a_name_stays_on_one_line():
    for text in ("left\nright 4600", "left\r1: 4600", "left\n: 4600"):
        with pytest.raises(ValidationError) as refused:
            PartsField(zero_or_more(Unit.PIECES)).clean(text)
        assert refused.value.messages == ["Write it on one line."]


def test_a_list_without_end_is_refused_before_it_is_looked_at():
    field = PartsField(zero_or_more(Unit.PIECES))
    with pytest.raises(ValidationError) as refused:
        field.clean("a 1;" * 100_000)
    assert refused.value.messages == ["At most 20000 characters, please."]
    with pytest.raises(ValidationError) as refused:
        field.clean("left 1; right 2; right 3; left 4")
    assert refused.value.messages == ["“left” is there twice."]
