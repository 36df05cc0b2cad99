"""The four drawings of selection: tier bars, rank acceptability, disagreement, progress."""

from collections import defaultdict

from django.utils.translation import gettext as _

from .lettering import shorten, text_width
from .svg import Drawing

LOWEST, HIGHEST = 1, 5


def one_decimal(value) -> str:
    """Half up, as people round: 2.45 → "2.5", Fraction(39, 10) → "3.9", missing → "–"."""
    if value is None:
        return "–"
    tenths = int(value * 10 + type(value)(1) / 2)
    return f"{tenths // 10}.{tenths % 10}"


def tier_bars(values, weights, thresholds, theme="classes", tiers=None) -> str:
    """One bar per tier from level 1 to 5; thickness is the tier's weight, the tick its threshold.

    values: mean level per tier, 1–5, None where nothing was observed (the track stays empty and a
    dash stands for the figure). weights: any positive numbers; the
    heaviest is 12 px thick, none thinner than 3. thresholds: level or None per tier; a bar below
    its threshold is red. tiers: their numbers where they are not 1, 2, 3.

    Example: weights 11/18, 5/18, 2/18 give 12, 5.45 and 3 px; a value 3 of 5 reaches half-way.
    """
    left, track, row = 14, 96, 18
    drawing = Drawing(left + track + 32, row * len(values), _("Level by tier"), theme=theme)
    heaviest = max(weights)
    told = []
    bars = zip(tiers or range(1, len(values) + 1), values, weights, thresholds, strict=True)
    for at, (tier, value, weight, threshold) in enumerate(bars):
        middle = at * row + row / 2
        below = value is not None and threshold is not None and value < threshold
        drawing.text(0, middle + 4, tier, tone="pencil")
        drawing.line(left, middle, left + track, middle, "rule2")
        if value is not None:
            thick = max(3, 12 * float(weight) / float(heaviest))
            length = _along(value, track)
            drawing.rect(left, middle - thick / 2, length, thick, "red" if below else "ink2")
        if threshold is not None:
            tick = left + _along(threshold, track)
            drawing.line(tick, middle - 8, tick, middle + 8, "paper", 4)
            drawing.line(tick, middle - 8, tick, middle + 8, "red" if below else "pencil", 2)
        drawing.text(
            left + track + 8, middle + 4, one_decimal(value), tone="red" if below else "ink"
        )
        told.append(_tier_in_words(tier, value, threshold))
    drawing.description = "; ".join(told)
    return drawing.svg()


def _along(level, length) -> float:
    return float(level - LOWEST) / (HIGHEST - LOWEST) * length


def _tier_in_words(tier, value, threshold) -> str:
    if value is None:
        return _("tier %(tier)s: not observed") % {"tier": tier}
    words = {"tier": tier, "value": one_decimal(value), "threshold": one_decimal(threshold)}
    if threshold is None:
        return _("tier %(tier)s: %(value)s of 5") % words
    if value < threshold:
        return _("tier %(tier)s: %(value)s of 5, below the threshold %(threshold)s") % words
    return _("tier %(tier)s: %(value)s of 5, threshold %(threshold)s") % words


def in_hundred(shares) -> list[str]:
    """Shares that sum to 1 as counts that sum to 100, and that never claim more than they know.

    Largest remainder, the better place first: (7/8, 1/8) → "88", "12". A share that is not all is
    never "100", one that is not nothing never "0": (0.999, 0.001) → ">99", "<1".
    """
    counts = _hundredths(shares)
    return [_honest(count, share) for count, share in zip(counts, shares, strict=True)]


def _hundredths(shares) -> list[int]:
    counts = [int(share * 100) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda at: (counts[at] - shares[at] * 100, at))
    for at in by_remainder[: max(0, 100 - sum(counts))]:
        counts[at] += 1
    return counts


def _honest(count, share) -> str:
    if count == 0 and share > 0:
        return "<1"
    if count == 100 and share < 1:
        return ">99"
    return str(count)


def acceptability_bar(shares, theme="classes") -> str:
    """Under which share of the weightings a candidate comes 1st, 2nd, 3rd, and 4th or later.

    shares: one per place, each 0–1, together 1. 132 × 16 px; the count of 100 stands inside a part
    from 24 px on, so that it never touches its edges.

    Example: (7/8, 1/8) draws 115.5 px of pen with "88" in it and 16.5 px without a figure.
    """
    width, height = 132, 16
    places = [*shares[:3], sum(shares[3:])] if len(shares) > 3 else list(shares)
    names = [_("1st"), _("2nd"), _("3rd"), _("4th or later") if len(shares) > 4 else _("4th")]
    counts = in_hundred(shares)[:3]
    if len(shares) > 3:  # the first three as where each place has its own count
        counts.append(_honest(sum(_hundredths(shares)[3:]), places[3]))
    told = [
        _("%(place)s in %(count)s") % {"place": name, "count": count}
        for name, count in zip(names, counts, strict=False)
        if count != "0"
    ]
    title = _("Of 100 weightings: %(places)s") % {"places": ", ".join(told)}
    drawing = Drawing(width, height, title, theme=theme)
    inks = [("pen", "on-pen"), ("pen2", "ink"), ("pencil", "on-ink"), ("rule", "ink")]
    x = 0.0
    for share, count, (fill, tone) in zip(places, counts, inks, strict=False):
        long = float(share) * width
        if long:
            drawing.rect(x, 0, long, height, fill)
        if long >= 24:
            drawing.text(x + 6, 12, count, tone=tone, size=11, bold=True)
        x += long
    return drawing.svg()


def disagreement_strip(named_points, theme="classes") -> str:
    """Who chose which level: five marks on a line, a point per value, the names under it.

    named_points: (name, level) pairs, level 1–5, whole or not. Names of one point stand below each
    other. Each point's names keep to the room between the middles to its neighbours; what does not
    fit there is shortened, and the description has everybody in full.

    Example: [("Kerr", 2), ("Brandt", 4), ("Patel", 4), ("Lin", 5)] → "3 levels apart".
    """
    left, step, line_height, right = 34, 68, 14, 340
    clusters = _clusters(named_points, lambda level: left + float(level - LOWEST) * step)
    deepest = max((len(names) for _x, names in clusters), default=0)
    drawing = Drawing(right, 26 + deepest * line_height, _apart(named_points), theme=theme)
    drawing.description = ", ".join(f"{name} {_plain(level)}" for name, level in named_points)
    drawing.line(left, 10, left + 4 * step, 10, "rule2")
    for level in range(5):
        drawing.line(left + level * step, 6, left + level * step, 14, "rule2")
    for _name, level in named_points:
        drawing.circle(left + float(level - LOWEST) * step, 10, 4.5, "pen")
    for at, (x, names) in enumerate(clusters):
        start = (clusters[at - 1][0] + x) / 2 + 3 if at else 0
        end = (clusters[at + 1][0] + x) / 2 - 3 if at + 1 < len(clusters) else right
        for line, name in enumerate(names):
            words = shorten(name, end - start, 11)
            half = text_width(words, 11) / 2
            middle = min(max(x, start + half), end - half)
            drawing.text(middle, 30 + line * line_height, words, size=11, anchor="middle")
    return drawing.svg()


def _clusters(named_points, place):
    """[(x, names)]: points nearer than 44 px share one column of names."""
    by_level = defaultdict(list)
    for name, level in named_points:
        by_level[level].append(str(name))
    clusters = []
    for level in sorted(by_level):
        x = place(level)
        if clusters and x - clusters[-1][0] < 44:
            clusters[-1][1].extend(by_level[level])
        else:
            clusters.append((x, by_level[level]))
    return clusters


def _plain(level) -> str:
    """2 → "2", Fraction(7, 2) → "3.5"."""
    return str(int(level)) if level == int(level) else one_decimal(level)


def _apart(named_points) -> str:
    levels = [level for _name, level in named_points]
    if not levels:
        return _("Nobody has chosen a level")
    distance = max(levels) - min(levels)
    return _("%(distance)s levels apart") % {"distance": _plain(distance)}


def progress_steps(groups, theme="classes") -> str:
    """A row of strokes, one per criterion, a wider gap between tiers; done ones in pen.

    groups: per tier a list of True (scored) or False. Stretched to the width of the page.

    Example: [[True, True], [False]] → three strokes, "2 of 3 done".
    """
    stroke, gap, between = 9, 1, 4
    states = [done for group in groups for done in group]
    count = {"done": sum(states), "all": len(states)}
    width = max(1, len(states) * (stroke + gap) + (len(groups) - 1) * (between - gap) - gap)
    title = _("%(done)s of %(all)s done") % count
    drawing = Drawing(width, 6, title, theme=theme, stretched=True, css="steps")
    x = 0
    for group in groups:
        for done in group:
            drawing.rect(x, 0, stroke, 6, "pen" if done else "rule")
            x += stroke + gap
        x += between - gap
    return drawing.svg()
