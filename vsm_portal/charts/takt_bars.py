"""Takt against cycle time: one bar per process, a tick at its takt, red above it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .lettering import shorten, text_width
from .svg import Drawing

ROW, BAR, HEAD = 22, 12, 20


def takt_bars(processes, width=830, theme="classes") -> str:
    """processes: (name, effective cycle time in s, takt in s) in flow order; width in px.

    The scale begins at 0 and ends behind the longest of all times, so that bars of one map can be
    compared. Bars over takt are red and say "over takt".
    """
    names = min(190, width * 0.32)
    over_words = _("over takt")
    room = 12 + max(text_width(_label(each, over_words), 12) for each in processes)
    track = width - names - room
    longest = max(max(time, takt) for _name, time, takt in processes)
    drawing = Drawing(
        width,
        HEAD + ROW * len(processes),
        _("Effective cycle time against takt"),
        _in_words(processes),
        theme=theme,
    )
    for at, (name, time, takt) in enumerate(processes):
        top = HEAD + at * ROW
        over = time > takt
        length, tick = (track * each / longest for each in (time, takt))
        drawing.text(0, top + 15, shorten(name, names - 10, 12), bold=over)
        drawing.rect(names, top + 5, max(length, 1), BAR, "red" if over else "ink2")
        drawing.line(names + tick, top + 1, names + tick, top + ROW - 1, "paper", 4)
        drawing.line(names + tick, top + 1, names + tick, top + ROW - 1, "ink", 2)
        at_end = names + max(length, tick) + 8
        words = _label((name, time, takt), over_words)
        drawing.text(at_end, top + 15, words, tone="red" if over else "ink", bold=over)
    _name, _time, takt = processes[0]
    if all(each[2] == takt for each in processes):
        words = _("takt %(s)s\u00a0s") % {"s": _seconds(takt)}
        half = text_width(words, 12) / 2
        x = min(max(names + track * takt / longest, names + half), width - half)
        drawing.text(x, 13, words, tone="pencil", anchor="middle")
    return drawing.svg()


def _label(process, over_words) -> str:
    _name, time, takt = process
    words = _("%(s)s\u00a0s") % {"s": _seconds(time)}
    return f"{words}, {over_words}" if time > takt else words


def _seconds(value) -> str:
    """At most one decimal: 62 → "62", 39.625 → "39.6"."""
    from django.utils.formats import number_format

    rounded = round(float(value), 1)
    return number_format(rounded, 0 if rounded == int(rounded) else 1, force_grouping=True)


def _in_words(processes) -> str:
    over = [name for name, time, takt in processes if time > takt]
    if not over:
        return _("No process is over its takt.")
    said = ngettext(
        "%(n)s process is over its takt:", "%(n)s processes are over their takt:", len(over)
    )
    return f"{said % {'n': len(over)}} {', '.join(over)}"
