from xml.etree import ElementTree

import pytest

from vsm_portal.charts.lettering import shorten, text_width
from vsm_portal.charts.svg import Drawing, number

HOSTILE = '"><script>alert(1)</script>&<'


def drawn(theme):
    drawing = Drawing(100, 20, HOSTILE, HOSTILE, theme=theme)
    drawing.rect(0, 0, 10, 10, "ink")
    drawing.line(0, 0, 9, 9, "rule", 2, "2 2")
    drawing.path([(0, 0), (1.005, 2)], "pen")
    drawing.circle(5, 5, 2, "red")
    drawing.text(1, 2, HOSTILE, tone="pencil", anchor="end", bold=True)
    return drawing.svg()


@pytest.mark.parametrize("theme", ["classes", "print"])
def test_hostile_words_stay_words(theme):
    root = ElementTree.fromstring(drawn(theme))
    assert not [part for part in root.iter() if "script" in part.tag]
    assert [part.text for part in root.iter() if part.text] == [HOSTILE] * 3


@pytest.mark.parametrize("theme", ["classes", "print"])
def test_no_style_attribute_is_ever_written(theme):
    assert "style" not in drawn(theme)


def test_a_page_drawing_names_pens_and_holds_no_colour():
    svg = drawn("classes")
    assert "#" not in svg
    assert 'class="c-ink"' in svg
    assert "xmlns" not in svg


def test_a_print_drawing_is_a_file_of_its_own_with_colours_as_attributes():
    svg = drawn("print")
    assert "class=" not in svg
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert 'fill="#1a1d21"' in svg


def test_screen_readers_get_an_image_with_title_and_description():
    root = ElementTree.fromstring(drawn("classes"))
    assert root.get("role") == "img"
    assert [part.tag for part in root][:2] == ["title", "desc"]


def test_an_unknown_theme_is_refused():
    with pytest.raises(ValueError, match="classes or print"):
        Drawing(1, 1, "", theme="neon")


@pytest.mark.parametrize(
    ("value", "written"), [(12.5, "12.5"), (1 / 3, "0.33"), (4.0, "4"), (0, "0")]
)
def test_numbers_carry_at_most_two_decimals(value, written):
    assert number(value) == written


def test_words_are_shortened_to_their_room_and_not_beyond():
    assert shorten("Lin", 50, 11) == "Lin"
    assert text_width(shorten("Wolfeschlegelsteinhausen", 60, 11), 11) <= 60
    assert text_width("王小明", 11) > text_width("Lin", 11)
