"""`manage.py analyse_map FILE [--json]`: the figures of a map file, for hand or program.

Touches no database, broker or network; the pages call the same `mapping.analyse`.
"""

import json
from collections.abc import Iterable, Iterator

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from value_streams.management.map_file import map_of
from value_streams.mapping import Analysis, analyse, as_json
from value_streams.mapping.analysis import Convention, ProcessFigures, by_organisation
from value_streams.mapping.figures import Figure, map_figures


class Command(BaseCommand):
    help = "Analyses a value-stream map (JSON, value-stream-map/1); - is standard input."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, file, **options):
        analysis = analyse(map_of(file, self.stderr))
        as_lines = _as_json if options["json"] else _report
        self.stdout.write("\n".join(as_lines(analysis)))


def _as_json(analysis: Analysis) -> Iterator[str]:
    yield json.dumps(as_json(analysis), allow_nan=False)


def _report(analysis: Analysis) -> Iterator[str]:
    """The answer first, then the figures, then what they are made of."""
    yield _answer(analysis)
    if analysis.bottleneck:
        yield _bottleneck(analysis)
    yield ""
    yield from _table(
        [_("Figure"), "", _("Unit"), _("Formula")], map(_figure, map_figures(analysis))
    )
    yield ""
    yield _("Longest walk: {paths}").format(
        paths=" → ".join(_name(path.name) for path in analysis.walk.paths)
    )
    waits = ([_name(each.element.name), _number(each.days)] for each in analysis.waits)
    yield from _table([_("Wait"), _("Days")], waits)
    yield ""
    yield from _table(_process_head(), map(_process, analysis.processes))
    if analysis.cells:
        yield ""
        cells = ([_name(each.name), _number(each.operators_needed)] for each in analysis.cells)
        yield from _table([_("Cell"), _("Operators needed")], cells)
    yield from _organisations(analysis)


def _answer(analysis: Analysis) -> str:
    if analysis.convention is Convention.WAITS:
        sentence = _("{days} days of lead time (waits only) for {seconds} seconds of value.")
    else:
        sentence = _("{days} days of lead time (with processing) for {seconds} seconds of value.")
    return sentence.format(
        days=_number(analysis.lead_time_days), seconds=_number(analysis.value_creating_s)
    )


def _bottleneck(analysis: Analysis) -> str:
    slowest = analysis.bottleneck
    if slowest.over_takt:
        sentence = _("{name} is over takt: {seconds} s at a takt of {takt} s.")
    else:
        sentence = _("Every process keeps takt; {name} is the nearest: {seconds} s of {takt} s.")
    return sentence.format(
        name=_name(slowest.name),
        seconds=_number(slowest.effective_cycle_time_s),
        takt=_number(slowest.takt_s),
    )


def _figure(figure: Figure) -> list[str]:
    return [
        _(figure.name),
        _number(figure.value),
        figure.unit and _(figure.unit),
        _(figure.formula),
    ]


def _process_head() -> list[str]:
    return [
        *(_("Process"), _("Takt, s"), _("Effective cycle time, s")),
        *(_("Capacity a day"), _("Over takt"), _("Every part every, days")),
    ]


def _process(figures: ProcessFigures) -> list[str]:
    return [
        _name(figures.name),
        _number(figures.takt_s),
        _number(figures.effective_cycle_time_s),
        _number(figures.capacity_per_day),
        _("over takt") if figures.over_takt else "",
        _("impossible") if figures.epei_days is None else _number(figures.epei_days),
    ]


def _organisations(analysis: Analysis) -> Iterator[str]:
    """Only where there are several."""
    rows = by_organisation(analysis)
    if len(rows) < 2:
        return
    yield ""
    yield from _table(
        [_("Organisation"), _("Days of the walk"), _("Seconds of value"), _("Processes")],
        (
            [
                _("own") if each.name is None else _name(each.name),
                _number(each.waiting_days),
                _number(each.value_creating_s),
                str(each.processes),
            ]
            for each in rows
        ),
    )


def _table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """Columns as wide as they must be; figures to the right."""
    rows = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  ".join(
            cell.rjust(width) if _is_number(cell) else cell.ljust(width) for cell, width in cells
        ).rstrip()


def _is_number(cell: str) -> bool:
    return cell == "–" or cell.replace(",", "").replace(".", "").isdigit()


def _number(value: float | None) -> str:
    """Four places, for very small figures as many as say something.

    >>> _number(23.6196), _number(0.00004262), _number(55200.0), _number(None)
    ('23.6196', '0.00004262', '55,200', '–')
    """
    if value is None:
        return "–"
    if 0 < abs(value) < 0.001:
        return f"{value:.4g}" if abs(value) < 1e-9 else f"{value:.{_places(value)}f}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _places(value: float) -> int:
    """Places behind the point that show four digits."""
    return 3 - int(f"{value:e}".split("e")[1])


def _name(name: str) -> str:
    """A name from a file on one line, its control characters made visible."""
    return name if name.isprintable() else json.dumps(name)
