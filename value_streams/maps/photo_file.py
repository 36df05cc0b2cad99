"""The photo of a pencil map, drawn anew: place, camera and whatever else was hidden are gone.

Pure: bytes in, bytes out.
"""

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 60_000_000
#: Enough to read pencil on an A3 sheet.
LONGEST_SIDE = 3000
QUALITY = 85


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
        if picture.width * picture.height > MOST_PIXELS:
            raise NotAPhoto(_("This picture has more than 60 million pixels."))
        return _redrawn(picture)
    except Image.DecompressionBombError as error:
        raise NotAPhoto(_("This picture has more than 60 million pixels.")) from error
    except (UnidentifiedImageError, OSError, SyntaxError, KeyError, IndexError) as error:
        raise NotAPhoto(_("This picture is damaged.")) from error


def _redrawn(picture) -> Photo:
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    new = io.BytesIO()
    paper.save(new, "JPEG", quality=QUALITY, optimize=True)
    return Photo(new.getvalue(), *paper.size)
