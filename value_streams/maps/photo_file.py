"""The photo of a pencil map, drawn anew: place, camera and whatever else was hidden are gone.

Pure: bytes in, bytes out.
"""

import io
import struct
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 60_000_000
#: Held in memory at once: a JPEG is read at the size it is needed in, a PNG only whole.
MOST_HELD = 40_000_000
#: Enough to read pencil on an A3 sheet.
LONGEST_SIDE = 3000
QUALITY = 85
#: What a damaged file makes Pillow raise.
DAMAGE = (
    *(UnidentifiedImageError, OSError, SyntaxError, LookupError, ValueError, TypeError),
    *(OverflowError, EOFError, struct.error),
)


class NotAPhoto(ValueError):
    """The file is refused; the text says why, to the person who chose it."""


@dataclass(frozen=True)
class Photo:
    content: bytes
    width: int
    height: int


def check_photo(content: bytes) -> Photo:
    """A JPEG of the same picture, upright, at most 3000 pixels wide and high.

    >>> check_photo(b"<svg onload=alert(1)>")
    Traceback (most recent call last):
    value_streams.maps.photo_file.NotAPhoto: This is not a JPEG or PNG picture.
    """
    if not content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise NotAPhoto(_("This is not a JPEG or PNG picture."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=["PNG", "JPEG"])
        _demand_pixels(picture, MOST_PIXELS)
        picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        _demand_pixels(picture, MOST_HELD)
        return _redrawn(picture)
    except NotAPhoto:
        raise
    except Image.DecompressionBombError as error:
        raise NotAPhoto(_too_many(MOST_PIXELS)) from error
    except DAMAGE as error:
        raise NotAPhoto(_("This picture is damaged.")) from error


def _demand_pixels(picture, most: int) -> None:
    if picture.width * picture.height > most:
        raise NotAPhoto(_too_many(most))


def _too_many(most: int) -> str:
    return _("This picture has more than %(n)s million pixels.") % {"n": most // 1_000_000}


def _redrawn(picture) -> Photo:
    """First made small: whatever makes a copy then makes a small one."""
    if picture.mode in ("1", "P", "PA"):  # these cannot be made small as they are
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    paper = _on_white(ImageOps.exif_transpose(picture))
    new = io.BytesIO()
    paper.save(new, "JPEG", quality=QUALITY, optimize=True)
    return Photo(new.getvalue(), *paper.size)


def _on_white(picture):
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper
