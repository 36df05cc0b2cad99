"""Tier 1, attitude and leadership: what the candidate looks at."""

from candidates.standard_criteria.shape import Level, StandardCriterion
from candidates.standard_criteria.shape import marked as _

OUTLOOK = (
    StandardCriterion(
        key="sees_whole_stream",
        tier=1,
        name=_("Sees the whole stream and its key constraint rather than parts"),
        question=_(
            "Tell me about a time when everybody was busy improving one place and the real hold-up "
            "turned out to be somewhere else. How did you find it?"
        ),
        ask_further=_(
            "Where did you walk, and in which order? What was waiting there, and for how long? "
            "What did you stop doing because of it?"
        ),
        levels=(
            Level(
                _("Stays inside the fence"),
                _(
                    "Talks about their own department; what happens before and after it is "
                    '"their problem".'
                ),
            ),
            Level(
                _("Knows the neighbours"),
                _(
                    "Names the step before and the step after and what they complain about; the "
                    "rest of the stream is guesswork."
                ),
            ),
            Level(
                _("Walks it end to end"),
                _(
                    "Draws one part's way from the receiving dock to the customer's truck, with "
                    "the places where it waits."
                ),
            ),
            Level(
                _("Finds the constraint"),
                _(
                    "Names the step that holds back the whole stream, shows how it was found, and "
                    "has put people and money there first."
                ),
            ),
            Level(
                _("Gives up a local gain"),
                _(
                    "Has stopped an improvement in their own area because it would only have piled "
                    "up stock in front of the constraint."
                ),
            ),
        ),
        nudge=_(
            "Knowing every machine is something else: a specialist can know all the steps and "
            "still not see the waiting between them."
        ),
    ),
    StandardCriterion(
        key="desire_to_improve",
        tier=1,
        name=_("Extreme desire to improve, also what already works"),
        question=_(
            "Tell me about something that ran to everybody's satisfaction and that you changed all "
            "the same. What made you touch it?"
        ),
        ask_further=_(
            "What were the figures before? Who asked you to leave it alone? What have you changed "
            "about it since?"
        ),
        levels=(
            Level(
                _("Guards what there is"),
                _(
                    "Explains why today's way is the right one; every change mentioned was ordered "
                    "from above."
                ),
            ),
            Level(
                _("Mends what hurts"),
                _(
                    "Improves after a complaint or an audit until the complaint stops, then leaves "
                    "it."
                ),
            ),
            Level(
                _("Starts unasked"),
                _(
                    "Can show one improvement begun without being told to, with its date and its "
                    "figure before and after."
                ),
            ),
            Level(
                _("Moves the target up"),
                _(
                    "Met the target, set a tighter one soon after, and can show the second change "
                    "as well as the first."
                ),
            ),
            Level(
                _("Never done with it"),
                _(
                    "Shows one place improved again and again over the years, and points out the "
                    "waste that is in it today."
                ),
            ),
        ),
        nudge=_(
            "Restlessness and long hours prove nothing here: look for things that stayed better "
            "after this person had moved on."
        ),
    ),
)
