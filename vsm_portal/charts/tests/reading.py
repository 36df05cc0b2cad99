"""Reading a drawing back: its parts as XML, and the boxes that its texts take."""

from xml.etree import ElementTree

from vsm_portal.charts.lettering import text_width


def parts(svg, tag):
    return [part for part in ElementTree.fromstring(svg).iter() if part.tag.endswith(tag)]


def texts(svg):
    return [part.text for part in parts(svg, "text")]


def boxes(svg, size):
    """(words, left, top, right, bottom) of every text."""
    found = []
    for part in parts(svg, "text"):
        wide = text_width(part.text, size)
        x, y = float(part.get("x")), float(part.get("y"))
        left = x - {"middle": wide / 2, "end": wide}.get(part.get("text-anchor"), 0)
        found.append((part.text, left, y - size * 0.8, left + wide, y + size * 0.2))
    return found


def overlapping(svg, size):
    """Pairs of words whose boxes touch."""
    all_boxes = boxes(svg, size)
    return [
        (one[0], other[0])
        for at, one in enumerate(all_boxes)
        for other in all_boxes[at + 1 :]
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ]
