"""Processes with their data boxes, stocks and transports, each below its `top`."""

from django.utils.translation import gettext as _

from ..mapping import Fifo, Inventory, Process, SafetyStock, Stock, Supermarket, Transport
from ..mapping.analysis import Analysis, wait_days
from . import figures, icons
from .canvas import LINE, Canvas
from .lanes import PROCESS, Box
from .lettering import shown, wrapped

NAME, CREW, ROW, MARK = 22, 24, 17, 16
ICON = 36


class Elements:
    """Draws the elements of one analysed map; knows which are marked and which the ladder shows."""

    def __init__(self, analysis: Analysis):
        self.analysis = analysis
        self.processes = {each.name: each for each in analysis.processes}
        self.bottleneck = analysis.bottleneck and analysis.bottleneck.name
        names = (shown(process.name) for process in analysis.map.processes)
        self.name_lines = max(
            (len(wrapped(name, PROCESS - 10, 2, 11, True)) for name in names), default=1
        )
        self.walked = _walked(analysis)

    @property
    def head(self) -> float:
        """Height of the name above the crew: two lines for all where one name needs them."""
        return NAME + LINE * (max(1, self.name_lines) - 1)

    def height(self, box: Box) -> float:
        if box.is_process:
            mark = MARK if box.element.name == self.bottleneck else 0
            return self.head + CREW + ROW * len(self._rows(box.element)) + mark
        return ICON + LINE * len(self._stock_lines(box)) + 4 + (26 if self._moves(box) else 0)

    def flow_y(self, box: Box) -> float:
        """Where material enters and leaves."""
        return box.top + (self.head / 2 if box.is_process else 24)

    def edge(self, box: Box, side: int) -> float:
        """The x at which a line meets the element's icon: side −1 left, 1 right."""
        half = (
            PROCESS / 2
            if box.is_process
            else {"fifo": 28, "transport": 24}.get(box.element.kind, 16)
        )
        return box.middle + side * half

    def cell_in_words(self, name: str) -> str:
        """The cell's name and the operators that its work content asks for."""
        needed = next(c.operators_needed for c in self.analysis.cells if c.name == name)
        words = {"cell": name, "n": figures.plain(needed)}
        return _("%(cell)s: work for %(n)s operators") % words

    def draw(self, canvas: Canvas, box: Box):
        canvas.say(box.element.name or _kind(box.element))
        if box.is_process:
            self._process(canvas, box)
        else:
            self._stock(canvas, box)
        canvas.done()

    def _process(self, canvas: Canvas, box: Box):
        process, x, top = box.element, box.x, box.top
        over = self.processes[process.name].over_takt
        frame = "red" if over else "ink"
        canvas.rect(x, top, PROCESS, self.head + CREW, stroke=frame, pen=2.5 if over else 1.5)
        canvas.line((x, top + self.head), (x + PROCESS, top + self.head), stroke=frame, width=1)
        lines = len(wrapped(shown(process.name), PROCESS - 10, 2, 11, True))
        first = top + self.head / 2 + 4 - LINE / 2 * (lines - 1)
        canvas.text(
            *(box.middle, first, process.name, PROCESS - 10), anchor="middle", bold=True, rows=2
        )
        crew = top + self.head
        if process.operators is not None:
            icons.operator(canvas, x + 5, crew + 5)
            canvas.text(x + 26, crew + 16, figures.plain(process.operators, 2), 23 if over else 72)
        if over:
            canvas.text(
                *(x + PROCESS - 5, crew + 16, _("over takt"), 51), anchor="end", bold=True, tone="r"
            )
        self._data(canvas, box, over)

    def _data(self, canvas: Canvas, box: Box, over: bool):
        rows = self._rows(box.element)
        top, room = box.top + self.head + CREW, PROCESS - 10
        canvas.rect(box.x, top, PROCESS, ROW * len(rows), pen=1)
        for at, (name, value) in enumerate(rows):
            low = top + ROW * (at + 1)
            loud = over and at == len(rows) - 1
            if at:
                level = top + ROW * at
                canvas.line((box.x, level), (box.x + PROCESS, level), stroke="rule2", width=0.75)
            tone = "r" if loud else ""
            canvas.pair(box.x + 5, low - 5, room, name, value, bold=loud, tone=tone)
        if box.element.name == self.bottleneck:
            low = top + ROW * len(rows)
            canvas.rect(box.x, low, PROCESS, MARK, fill="ink", pen=1)
            canvas.text(
                *(box.middle, low + 12, _("bottleneck"), room),
                anchor="middle",
                bold=True,
                tone="on-ink",
            )

    def _rows(self, process: Process) -> list[tuple[str, str]]:
        """The data box: what was observed, last what the analysis says of it."""
        said = self.processes[process.name]
        rows = [
            (_("C/T"), figures.seconds(process.cycle_time_s)),
            (_("C/O"), figures.seconds(process.changeover_s) if process.changeover_s else "0"),
            (_("Uptime"), figures.share(process.uptime)),
        ]
        if process.batch_size is not None:
            rows.append((_("Batch"), figures.plain(process.batch_size)))
        if process.first_pass_yield != 1:
            rows.append((_("Yield"), figures.share(process.first_pass_yield)))
        if process.variants != 1:
            rows.append((_("Variants"), figures.plain(process.variants)))
        if process.epe_days is not None:
            rows.append((_("EPE"), figures.days(process.epe_days)))
        if process.share_of_time != 1:
            rows.append((_("Share"), figures.share(process.share_of_time)))
        elif process.shared:
            rows.append((_("Machine"), _("shared")))
        if process.working_time is not None:
            rows.append((_("Shifts"), figures.plain(process.working_time.shifts_per_day)))
        if process.value_creating_s is not None:
            rows.append((_("Value"), figures.seconds(process.value_creating_s)))
        if process.work_content_s is not None:
            rows.append((_("Work"), figures.seconds(process.work_content_s)))
        if abs(said.takt_s / self.analysis.takt_s - 1) > 1e-9:
            rows.append((_("Takt"), figures.seconds(said.takt_s)))
        return [*rows, (_("Eff. C/T"), figures.seconds(said.effective_cycle_time_s))]

    def _stock(self, canvas: Canvas, box: Box):
        x, top, kind = box.middle, box.top, box.element.kind
        if kind == "fifo":
            icons.fifo_lane(canvas, box.x + 4, top + 4, box.width - 8)
        elif kind == "supermarket":
            icons.supermarket(canvas, x - 15, top)
        elif kind == "safety_stock":
            icons.safety_stock(canvas, x - 12, top)
        elif kind == "transport":
            icons.truck(canvas, x - 23, top + 6)
        else:
            icons.inventory(canvas, x - 18, top)
        y = top + ICON + 11
        for words, tone, rows in self._stock_texts(box):
            drawn = canvas.text(x, y, words, box.width, anchor="middle", tone=tone, rows=rows)
            y += LINE * drawn
        if self._moves(box):
            if isinstance(box.element, Supermarket):
                icons.withdrawal(canvas, x - 11, y - 4)
            else:
                icons.push_arrow(canvas, x - 22, y - 5)

    def _stock_lines(self, box: Box) -> list[str]:
        return [
            line
            for words, _tone, rows in self._stock_texts(box)
            for line in wrapped(shown(words), box.width, rows)
        ]

    def _stock_texts(self, box: Box) -> list[tuple[str, str, int]]:
        """(words, tone, lines at most): its name, what lies there, and how long where no ladder
        says so."""
        stock = box.element
        texts = [(stock.name, "p", 2)]
        if isinstance(stock, Stock):
            if 0 < len(stock.by_variant) <= 3:
                texts += [(f"{figures.plain(n)} {name}", "", 1) for name, n in stock.by_variant]
            elif stock.pieces_in_all is not None:
                texts.append((figures.pieces(stock.pieces_in_all), "", 1))
        if isinstance(stock, Fifo) and stock.max_pieces is not None:
            texts.append((_("max %(n)s") % {"n": figures.plain(stock.max_pieces)}, "", 1))
        waits = wait_days(self.analysis.map, box.path, stock)
        if isinstance(stock, Transport) and stock.days is None and stock.hours is not None:
            texts.append((figures.hours(stock.hours), "", 1))
        elif box.key not in self.walked or waits is None:
            texts.append((figures.days(waits), "b" if waits is None else "", 1))
        return [text for text in texts if shown(text[0])]

    def _moves(self, box: Box) -> bool:
        """Pulled from a supermarket, pushed into an inventory that stands behind a process."""
        if isinstance(box.element, Supermarket):
            return True
        before = box.path.elements[: box.index]
        return isinstance(box.element, Inventory) and any(isinstance(e, Process) for e in before)


def _kind(element) -> str:
    return {
        Process: _("process"),
        Inventory: _("inventory"),
        Supermarket: _("supermarket"),
        Fifo: _("FIFO lane"),
        SafetyStock: _("safety stock"),
        Transport: _("transport"),
    }[type(element)]


def _walked(analysis: Analysis) -> frozenset[tuple[str, int]]:
    """(path, index) of every element on the longest walk."""
    found, start = set(), 0
    for path in analysis.walk.paths:
        found |= {(path.name, index) for index in range(start, len(path.elements))}
        if path.joins is not None:
            start = analysis.map.path(path.joins).place_of(path.joins_before) or 0
    return frozenset(found)
