"""Tier 3, knowledge of *this* stream: its flows, its trucks and its floor."""

from candidates.standard_criteria.shape import Level, StandardCriterion
from candidates.standard_criteria.shape import marked as _

FLOWS = (
    StandardCriterion(
        key="knows_the_flows",
        tier=3,
        name=_("Knows this stream's material and information flows"),
        question=_(
            "Tell me about the last time you followed a part and its paperwork through this "
            "stream, as far as you could get. What did you find?"
        ),
        ask_further=_(
            "How does each process learn what to make next? Where would you look for the oldest "
            "part? What surprised you?"
        ),
        levels=(
            Level(
                _("Knows the product"),
                _(
                    "Recognises the finished part; cannot say in which order it is made or who "
                    "schedules it."
                ),
            ),
            Level(
                _("Knows the routing"),
                _(
                    "Lists the processes in order; what tells each of them to start has to be "
                    "looked up."
                ),
            ),
            Level(
                _("Draws both flows"),
                _(
                    "Draws material and information for this family on a sheet, with question "
                    "marks at the gaps."
                ),
            ),
            Level(
                _("Knows the real figures"),
                _(
                    "Gives changeover, batch and stock for each process close to a fresh count, "
                    "and says which schedule nobody follows."
                ),
            ),
            Level(
                _("Knows it, looks again"),
                _(
                    "Can tell each flow's history and the reasons for it, and goes to the gemba "
                    "before saying what is possible."
                ),
            ),
        ),
        nudge=_(
            "Detailed knowledge is both a good and a bad thing: if it serves to say why nothing "
            "can change, note it under the warnings."
        ),
    ),
    StandardCriterion(
        key="knows_logistics",
        tier=3,
        name=_("Knows inbound and outbound logistics of this stream"),
        question=_(
            "Tell me about a delivery around this stream, in or out, that did not go as planned. "
            "What did it teach you about how the trucks run?"
        ),
        ask_further=_(
            "Who calls off the material, and how often? What does a special trip cost? What else "
            "is on that truck?"
        ),
        levels=(
            Level(
                _("Stops at the gate"),
                _(
                    "Material is there and goods are gone; carriers, call-offs and packs are not "
                    "known."
                ),
            ),
            Level(
                _("Knows the timetable"),
                _("Can say when trucks come and go; not how the load or the call-off is decided."),
            ),
            Level(
                _("Explains the call-off"),
                _(
                    "Explains how an order to the supplier and a shipment come about, with "
                    "quantity, frequency and lead time."
                ),
            ),
            Level(
                _("Stood at both docks"),
                _(
                    "Watched loading and unloading, and knows which loads are expedited, why, and "
                    "what that costs."
                ),
            ),
            Level(
                _("Changed a run"),
                _(
                    "Altered a milk run, a pack or a delivery rhythm around this stream, and shows "
                    "the stock at both ends before and since."
                ),
            ),
        ),
        nudge=_(
            "Skill at expediting is not yet knowledge of logistics: ask why the load had to be "
            "expedited."
        ),
    ),
    StandardCriterion(
        key="knows_floor_space",
        tier=3,
        name=_("Knows the floor-space questions around this stream"),
        question=_(
            "Tell me about a time space was freed, moved or fought over, around this stream or in "
            "your own area. What was it used for in the end?"
        ),
        ask_further=_(
            "How much was it, and who measured? What did keeping it cost? What would you do with "
            "the next empty bay?"
        ),
        levels=(
            Level(
                _("Takes it as given"),
                _("Takes the layout as it stands and asks for more room when it gets tight."),
            ),
            Level(
                _("Points at the jams"),
                _(
                    "Shows the blocked aisles and full racks; what stands in them and what it "
                    "costs is not known."
                ),
            ),
            Level(
                _("Has square metres"),
                _(
                    "Can say how much floor the stream takes and how much of it holds nothing but "
                    "waiting stock."
                ),
            ),
            Level(
                _("Cleared some, used it"),
                _(
                    "Cleared floor by taking stock out, and can say what stands there now and what "
                    "that saved."
                ),
            ),
            Level(
                _("Settles its use first"),
                _(
                    "Agreed what the space was for before it was freed; an outside store or an "
                    "extension was then not needed."
                ),
            ),
        ),
        nudge=_(
            "Tidiness is not meant: freed space counts once somebody has decided what it is for."
        ),
    ),
)
