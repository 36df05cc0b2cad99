"""Tier 2, asked only where the stream spans several organisations or countries."""

from candidates.standard_criteria.shape import Level, StandardCriterion
from candidates.standard_criteria.shape import marked as _

ENTERPRISE = (
    StandardCriterion(
        key="global_expertise",
        tier=2,
        name=_("Brings global expertise"),
        question=_(
            "Tell me about a piece of work that had to hold in sites in more than one country. "
            "What had you not known at the start?"
        ),
        ask_further=_(
            "Which rule, transport time or calendar changed your plan? Who over there put you "
            "right? What did you leave different from site to site?"
        ),
        levels=(
            Level(
                _("One site's rules"),
                _(
                    "Takes the home site's rules, calendars and transport times as given "
                    "everywhere."
                ),
            ),
            Level(
                _("By call and report"),
                _(
                    "Dealt with sites abroad from a distance; where they differ, it is told as "
                    "their mistake."
                ),
            ),
            Level(
                _("Worked on the spot"),
                _(
                    "Carried out a change at a site abroad with its people, and can say what had "
                    "to be done otherwise there."
                ),
            ),
            Level(
                _("Plans across borders"),
                _(
                    "Planned a flow through several countries with customs, sea time and currency "
                    "in it, and the dates held."
                ),
            ),
            Level(
                _("Joins up the regions"),
                _(
                    "Sites in several regions work to one agreed way with named exceptions, and "
                    "send each other people to learn it."
                ),
            ),
        ),
        nudge=_(
            "Where somebody comes from is evidence in neither direction: ask for work done across "
            "borders."
        ),
        enterprise_only=True,
    ),
    StandardCriterion(
        key="negotiates_across_firms",
        tier=2,
        name=_("Negotiates across firms"),
        question=_(
            "Tell me about an agreement between several organisations, none of which took orders "
            "from you. How did it come about?"
        ),
        ask_further=_(
            "What was each of them afraid to show? How were costs and savings divided? What "
            "happened when one did not keep to it?"
        ),
        levels=(
            Level(
                _("Knows one side"),
                _(
                    "Can say what their own firm wanted; what the others needed or feared is not "
                    "known."
                ),
            ),
            Level(
                _("Moves it elsewhere"),
                _(
                    "Reached terms with one partner; the stock or the cost reappeared at the next "
                    "firm along."
                ),
            ),
            Level(
                _("Opens one drawer"),
                _(
                    "Two firms showed each other the figures for one flow and signed a change that "
                    "both could check."
                ),
            ),
            Level(
                _("All round one map"),
                _(
                    "Brought the customer, their own firm and the supplier to one map and settled "
                    "who pays and who saves before the start."
                ),
            ),
            Level(
                _("Rules outlast people"),
                _(
                    "Firms exchange demand and stock by written rules that survived a dispute and "
                    "a change of people."
                ),
            ),
        ),
        nudge=_(
            "Unlike a win-win with one partner, this needs several independent firms: would each "
            "of them sign again?"
        ),
        enterprise_only=True,
    ),
)
