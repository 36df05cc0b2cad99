"""Information flows put together: the same words from one office to many are one message."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ..mapping import InformationFlow, Map, Supplier
from ..mapping.map import PRODUCTION_CONTROL
from .lettering import shown


@dataclass(eq=False)
class Message:
    """One flow, or several that say the same. `fixed` is the office or partner at one end, None
    between elements; `others` are the names at the other end; `sends` tells who speaks."""

    flow: InformationFlow
    fixed: str | None
    others: list[str] = field(default_factory=list)
    sends: bool = True
    #: its icon found no room on its line
    icon_in_row: bool = False

    @property
    def words(self) -> str:
        return words_of(self.flow)

    @property
    def electronic(self) -> bool:
        return self.flow.medium == "electronic"


def words_of(flow: InformationFlow) -> str:
    """Content, else the kind's own word, with the frequency where it does not say it already."""
    words = shown(flow.content) or kind_in_words(flow.kind)
    often = shown(flow.frequency)
    return words if not often or often.lower() in words.lower() else f"{words}, {often}"


def kind_in_words(kind: str) -> str:
    return {
        "order": _("order"),
        "forecast": _("forecast"),
        "schedule": _("schedule"),
        "production-kanban": _("production kanban"),
        "withdrawal-kanban": _("withdrawal kanban"),
        "signal-kanban": _("signal kanban"),
        "sequenced-pull": _("sequenced pull"),
        "levelling": _("load levelling"),
        "go-see": _("go-see scheduling"),
    }[kind]


@dataclass(frozen=True)
class Mail:
    """The flows of a map, sorted by where they are drawn."""

    control: str | None
    supplier: Supplier | None
    with_customer: tuple[InformationFlow, ...]
    with_supplier: tuple[InformationFlow, ...]
    messages: tuple[Message, ...]


def sorted_mail(drawn: Map) -> Mail:
    """Between customer, production control and the supplier it writes to most, flows run level.

    All others are messages. Without an office the customer's flows to that supplier run level.
    """
    offices = drawn.offices
    control = PRODUCTION_CONTROL if PRODUCTION_CONTROL in offices else next(iter(offices), None)
    customer = drawn.customer.name
    nearest = max(drawn.suppliers, key=lambda each: _heard(drawn, each.name, control), default=None)
    supplier = nearest and nearest.name
    right, left, rest = [], [], []
    for flow in drawn.information_flows:
        ends = {flow.sender, flow.to}
        if customer and ends == {customer, control or supplier}:
            right.append(flow)
        elif supplier and control and ends == {control, supplier}:
            left.append(flow)
        else:
            rest.append(flow)
    return Mail(control, nearest, tuple(right), tuple(left), tuple(_messages(drawn, rest)))


def _heard(drawn: Map, supplier: str, control: str | None) -> int:
    ends = {supplier, control or drawn.customer.name}
    return sum({flow.sender, flow.to} == ends for flow in drawn.information_flows)


def _messages(drawn: Map, flows) -> list[Message]:
    offices, partners = set(drawn.offices), drawn.partners
    found: dict[tuple, Message] = {}
    for at, flow in enumerate(flows):
        for names in (offices, partners):
            fixed = next((end for end in (flow.sender, flow.to) if end in names), None)
            if fixed is not None:
                break
        sends = fixed == flow.sender
        other = flow.to if sends else flow.sender
        said = (flow.medium, flow.kind, flow.content, flow.frequency)
        alone = at if fixed is None or other in offices else None
        message = found.setdefault((fixed, sends, alone, *said), Message(flow, fixed, [], sends))
        if other not in message.others:
            message.others.append(other)
    return list(found.values())
