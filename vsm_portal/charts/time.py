"""Where the time went, as one bar."""

from django.utils.translation import gettext as _

from .svg import Drawing, number

PENS_BY_PLACE = ("ink", "pen", "pen2", "rule2", "rule")


def kinds_bar(parts, theme="classes") -> str:
    """parts: up to five (name, amount), drawn in order with a hairline of paper between them.

    Example: [("Daily issues", 60), ("Improvement", 40)] → 60 % ink, 40 % pen.
    """
    total = sum(amount for _name, amount in parts)
    if not total:
        return Drawing(100, 10, _("Nothing logged"), theme=theme, stretched=True, css="mix").svg()
    shares = [(name, 100 * amount / total) for name, amount in parts]
    told = ", ".join(
        _("%(name)s %(share)s %%") % {"name": name, "share": number(round(share))}
        for name, share in shares
        if share
    )
    drawing = Drawing(100, 10, told, theme=theme, stretched=True, css="mix")
    at = 0.0
    for (_name, share), pen in zip(shares, PENS_BY_PLACE, strict=False):
        if share:
            drawing.rect(at, 0, max(share - 0.5, 0.2), 10, pen)
        at += share
    return drawing.svg()
