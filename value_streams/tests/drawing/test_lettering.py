import doctest
import importlib
import pkgutil

import pytest
from PIL import ImageFont

from value_streams import drawing
from value_streams.drawing.lettering import cut, shown, text_width, wrapped
from vsm_portal.exporting import fonts

LETTERS = "AVTo0123456789.,%×–äßéŁΩЖ "


@pytest.mark.parametrize(("style", "bold"), [("Regular", False), ("SemiBold", True)])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_as_wide_as_the_font_says(letter, style, bold):
    font = ImageFont.truetype(fonts.FOLDER / f"OpenSans-{style}.ttf", 2048)
    assert text_width(letter, 2048, bold) == pytest.approx(font.getlength(letter), abs=1)


def test_letters_that_the_font_lacks_have_a_width_too():
    assert text_width("切", 10) == 10
    assert text_width("\u0301\u0302", 10) < 1
    assert text_width("مكبس", 10) > 10


@pytest.mark.parametrize("room", [0, 5, 12, 30, 80, 200])
@pytest.mark.parametrize("words", ["", "a", "Pulverbeschichtung", "切削加工 x", "one two three"])
def test_what_is_cut_fits(words, room):
    assert text_width(cut(words, room)) <= room
    assert all(text_width(part) <= room for part in wrapped(words, room, 3))


def test_nothing_invisible_is_left():
    assert shown("a\u202eb\x00c\u200d d\t e\xa0f") == "abc d e\xa0f"


@pytest.mark.parametrize("name", [m.name for m in pkgutil.iter_modules(drawing.__path__)])
def test_the_worked_examples_are_true(name):
    module = importlib.import_module(f"{drawing.__name__}.{name}")
    assert doctest.testmod(module).failed == 0
