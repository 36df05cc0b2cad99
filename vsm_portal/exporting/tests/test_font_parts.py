from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from vsm_portal.exporting import fonts
from vsm_portal.exporting.font_parts import font_with


def drawn(font, words) -> Image.Image:
    picture = Image.new("L", (400, 400))
    ImageDraw.Draw(picture).text((20, 20), words, fill=255, font=font)
    return picture


@pytest.mark.parametrize("letter", "Häé39sΩ%")
@pytest.mark.parametrize("style", ["Regular", "SemiBold"])
def test_the_letters_asked_for_look_as_in_the_whole_font(style, letter):
    """But for the hints, which move an outline by less than a point of the screen."""
    part = ImageFont.truetype(BytesIO(font_with({letter}, style)), 256)
    whole = ImageFont.truetype(str(fonts.FOLDER / f"OpenSans-{style}.ttf"), 256)
    apart = ImageChops.difference(drawn(part, letter), drawn(whole, letter))
    assert ImageStat.Stat(drawn(part, letter)).sum[0] > 255 * 2000
    assert ImageStat.Stat(apart).sum[0] < 0.05 * ImageStat.Stat(drawn(whole, letter)).sum[0]
    assert part.getlength("X") == pytest.approx(whole.getlength("X"), abs=1)


def test_the_others_are_empty_and_the_file_is_small():
    content = font_with(set("abc"), "Regular")
    assert drawn(ImageFont.truetype(BytesIO(content), 32), "XYZ").getbbox() is None
    assert len(content) < len(fonts.font_file("Regular")) / 4


def test_the_same_letters_give_the_same_bytes():
    assert font_with(set("value stream"), "Regular") == font_with(set("stream value"), "Regular")
