"""Who stands above the material: suppliers left, offices in the middle, the customer right."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ..mapping import Map
from ..mapping.analysis import Analysis
from . import figures, icons
from .canvas import LINE, Canvas
from .lettering import shown, wrapped
from .messages import Mail, Message, words_of

TOP, LEVEL = 10, 29
OFFICE, OFFICE_HEAD, OFFICE_ROW = 192, 26, 20
PARTNER, CELL, BETWEEN = 122, 112, 20
SUPPLIERS_IN_A_LINE = 3
ROW = 17


@dataclass(eq=False)
class Office:
    """A box with a row for each message; from each row, or below the last, a line leaves."""

    name: str
    x: float
    y: float
    head: float
    messages: list[Message] = field(default_factory=list)
    last: bool = False

    @property
    def bottom(self) -> float:
        return self.y + self.head + OFFICE_ROW * len(self.messages)

    def row_y(self, message: Message) -> float:
        return self.y + self.head + OFFICE_ROW * (self.messages.index(message) + 0.5)

    def leaves_below(self, message: Message) -> bool:
        return self.last and message is self.messages[-1] and not message.electronic

    def trunk(self, message: Message, side: int) -> float:
        """x of the line that goes down; farther out for the rows above. `side` −1 left, 1 right."""
        if self.leaves_below(message):
            return self.x + OFFICE / 2
        out = (30 if any(each.electronic for each in self.messages) else 14) + 8 * (
            len(self.messages) - 1 - self.messages.index(message)
        )
        return self.x - out if side < 0 else self.x + OFFICE + out


class Actors:
    """Places for all; `arrow` is the x at which material comes down, None without a supplier."""

    def __init__(self, analysis: Analysis, mail: Mail, arrow: float, right: float):
        self.analysis, self.mail, self.map = analysis, mail, analysis.map
        levels = max(len(mail.with_customer), len(mail.with_supplier), 1)
        self.height = max(58, LEVEL * levels + 16)
        self.arrow = arrow if self.map.suppliers else None
        self.suppliers = _ordered(self.map, mail.supplier)
        self.supplier_x = max(0, arrow - 34)
        in_line = min(len(self.map.suppliers), SUPPLIERS_IN_A_LINE)
        left_end = self.supplier_x + (CELL + BETWEEN) * in_line
        self.customer_x = max(right + 18, left_end + 2 * 150 + OFFICE)
        middle = (left_end - BETWEEN + self.customer_x) / 2 if in_line else self.customer_x / 2
        self.offices = self._offices(middle - OFFICE / 2)
        self.used_ports: dict[str, int] = {}

    @property
    def width(self) -> float:
        return self.customer_x + PARTNER + 14

    def _offices(self, x: float) -> dict[str, Office]:
        placed: dict[str, Office] = {}
        names = sorted(self.map.offices, key=lambda name: name != self.mail.control)
        y = TOP
        for name in names:
            head = self.height if name == self.mail.control else OFFICE_HEAD
            messages = [each for each in self.mail.messages if each.fixed == name]
            placed[name] = Office(name, x, y, head, messages, last=name == names[-1])
            y = placed[name].bottom + 14
        return placed

    def supplier_place(self, at: int) -> tuple[float, float]:
        line, column = divmod(at, SUPPLIERS_IN_A_LINE)
        return self.supplier_x + (CELL + BETWEEN) * column, TOP + line * (self.height + 80)

    @property
    def suppliers_bottom(self) -> float:
        if not self.map.suppliers:
            return 0
        return self.supplier_place(len(self.map.suppliers) - 1)[1] + self.height + 70

    @property
    def customer_bottom(self) -> float:
        return TOP + self.height + ROW * len(self._demand())

    @property
    def bottom(self) -> float:
        """Below it the tracks of the messages begin."""
        lowest = [office.bottom for office in self.offices.values()]
        return max([TOP + self.height, self.suppliers_bottom, *lowest]) + 14

    def port(self, name: str) -> tuple[float, float]:
        """Where a line reaches a partner from below; each time another place."""
        used = self.used_ports.get(name, 0)
        self.used_ports[name] = used + 1
        if name == self.map.customer.name:
            return self.customer_x + 5 + 4 * (used % 3), self.customer_bottom
        at = [each.name for each in self.suppliers].index(name)
        x, y = self.supplier_place(at)
        return x + 4 + 5 * (used % 2), y + self.height

    def draw(self, canvas: Canvas):
        for at, supplier in enumerate(self.suppliers):
            self._supplier(canvas, supplier, *self.supplier_place(at))
        if len(self.map.suppliers) > 1:
            y = self.suppliers_bottom - 4
            end = (
                self.supplier_x
                + (CELL + BETWEEN) * min(len(self.map.suppliers), SUPPLIERS_IN_A_LINE)
                - BETWEEN
            )
            canvas.line((self.supplier_x, y - 6), (self.supplier_x, y), (end, y), (end, y - 6))
        for office in self.offices.values():
            self._office(canvas, office)
        self._customer(canvas)
        self._level_flows(canvas)
        self._between_offices(canvas)

    def _supplier(self, canvas: Canvas, supplier, x, y):
        canvas.say(_("supplier"))
        icons.factory(canvas, x, y, CELL, self.height)
        _name(canvas, supplier.name, x + CELL / 2, y + 15, self.height - 15, CELL - 12)
        alone = len(self.map.suppliers) == 1
        if supplier.delivers:
            icons.truck(canvas, x + 60 if alone else x + 33, y + self.height + 10)
            middle, room = (x + 83, 72) if alone else (x + CELL / 2, CELL - 24)
            canvas.text(
                *(middle, y + self.height + 46, supplier.delivers, room), anchor="middle", rows=2
            )
        canvas.done()

    def _office(self, canvas: Canvas, office: Office):
        canvas.rect(office.x, office.y, OFFICE, office.bottom - office.y)
        _name(canvas, office.name, office.x + OFFICE / 2, office.y, office.head, OFFICE - 16)
        for message in office.messages:
            low = office.row_y(message) - OFFICE_ROW / 2
            canvas.line((office.x, low), (office.x + OFFICE, low), stroke="rule2", width=0.75)
            icon = 0
            if message.icon_in_row:
                draw_icon, icon, high = icons.FLOW_ICONS[message.flow.kind]
                draw_icon(canvas, office.x + 5, low + (OFFICE_ROW - high) / 2)
            middle = office.x + (OFFICE + icon) / 2
            canvas.text(middle, low + 14, message.words, OFFICE - 14 - icon, anchor="middle")

    def _customer(self, canvas: Canvas):
        x, customer = self.customer_x, self.map.customer
        canvas.say(_("customer"))
        icons.factory(canvas, x, TOP, PARTNER, self.height)
        name = customer.name or _("Customer")
        _name(canvas, name, x + PARTNER / 2, TOP + 15, self.height - 15, PARTNER - 12)
        rows = self._demand()
        top = TOP + self.height
        canvas.rect(x, top, PARTNER, ROW * len(rows), pen=1)
        for at, (label, value, bold) in enumerate(rows):
            if at:
                level = top + ROW * at
                canvas.line((x, level), (x + PARTNER, level), stroke="rule2", width=0.75)
            low = top + ROW * (at + 1) - 5
            canvas.pair(x + 5, low, PARTNER - 10, label, value, bold=bold)
        canvas.done()

    def _demand(self) -> list[tuple[str, str, bool]]:
        customer, time = self.map.customer, self.map.working_time
        if customer.demand_per_month is not None and customer.daily_demand is None:
            rows = [(_("Month"), figures.plain(customer.demand_per_month), False)]
        else:
            rows = [(_("Day"), figures.plain(customer.daily_demand), False)]
        rows += [(name, figures.plain(pieces), False) for name, pieces in customer.variants[:4]]
        if len(customer.variants) > 4:
            more = _("%(n)s more") % {"n": len(customer.variants) - 4}
            rows.append((_("Variants"), more, False))
        if customer.pack_size is not None:
            rows.append((_("Pack"), figures.pieces(customer.pack_size), False))
        hours = {"n": figures.plain(time.shifts_per_day), "h": figures.plain(time.hours_per_shift)}
        rows.append((_("Shifts"), _("%(n)s × %(h)s h") % hours, False))
        rows.append((_("Takt"), figures.seconds(self.analysis.takt_s), True))
        return rows

    def _between_offices(self, canvas: Canvas):
        """From the sender's row out to the left and back to the other office's head."""
        out = 0
        for message in self.mail.messages:
            for other in message.others:
                if message.fixed not in self.offices or other not in self.offices:
                    continue
                out += 1
                office, goal = self.offices[message.fixed], self.offices[other]
                x, y = office.x - 10 - 5 * out, office.row_y(message)
                goal_y = goal.y + goal.head / 2 + 3 * out
                start, end = (office.x, y), (goal.x, goal_y)
                canvas.line(start, (x, y), (x, goal_y), end)
                icons.head(canvas, end if message.sends else start, (1, 0))

    def _level_flows(self, canvas: Canvas):
        control = self.offices.get(self.mail.control)
        supplier = None
        if self.map.suppliers:
            supplier = self.supplier_place(self.suppliers.index(self.mail.supplier))[0] + CELL
        left = control.x + OFFICE if control else supplier
        for at, flow in enumerate(self.mail.with_customer):
            _level(canvas, flow, flow.sender == self.map.customer.name, left, self.customer_x, at)
        for at, flow in enumerate(self.mail.with_supplier):
            _level(canvas, flow, flow.sender == self.mail.control, supplier, control.x, at)


def _level(canvas, flow, leftwards, left, right, at):
    y = TOP + 25 + LEVEL * at
    start, end = ((right, y), (left, y)) if leftwards else ((left, y), (right, y))
    if flow.medium == "electronic":
        icons.zigzag(canvas, start, end)
    else:
        icons.arrow(canvas, start, end)
    canvas.text((left + right) / 2, y - 9, words_of(flow), right - left - 16, anchor="middle")


def _name(canvas: Canvas, name, middle, top, height, room):
    """A name in the middle of its box, in one line or two."""
    lines = len(wrapped(shown(name), room, 2, 11, True))
    first = top + height / 2 + 4 - LINE / 2 * (lines - 1)
    canvas.text(middle, first, name, room, anchor="middle", bold=True, rows=2)


def _ordered(drawn: Map, nearest):
    """The suppliers, the one who gets level flows at the right end of the first line."""
    others = [each for each in drawn.suppliers if each is not nearest]
    if nearest is not None:
        others.insert(SUPPLIERS_IN_A_LINE - 1, nearest)
    return others
