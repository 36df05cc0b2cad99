"""Tier 3, knowledge of *this* stream: what its people, sales and customers could tell."""

from candidates.standard_criteria.shape import Level, StandardCriterion
from candidates.standard_criteria.shape import marked as _

CONTACTS = (
    StandardCriterion(
        key="knows_future_demand",
        tier=3,
        name=_("Knows sales plans and future demand"),
        question=_(
            "Tell me about a change in demand that reached you, in time or too late. Where did the "
            "news come from, and what did you do with it?"
        ),
        ask_further=_(
            "Whom in sales do you ring, and how often? How far off was the forecast? Which parts "
            "are about to start or run out?"
        ),
        levels=(
            Level(
                _("Waits for the order"),
                _("Learns of demand from the schedule; knows nobody in sales or marketing."),
            ),
            Level(
                _("Reads the forecast"),
                _("Has the forecast; cannot say how far it was off in the months gone by."),
            ),
            Level(
                _("Knows the year ahead"),
                _(
                    "Names volume and mix of this family for the coming year, and who in sales "
                    "stands behind them."
                ),
            ),
            Level(
                _("Rings sales monthly"),
                _(
                    "Knows from sales which launches and run-outs are coming, and has adapted takt "
                    "or crew beforehand."
                ),
            ),
            Level(
                _("Is asked by sales"),
                _(
                    "Sales rings before promising a date or a promotion, and the mix was levelled "
                    "by agreement with them."
                ),
            ),
        ),
        nudge=_(
            "Having the forecast file is not contact: ask what sales said the last time they "
            "talked."
        ),
    ),
    StandardCriterion(
        key="knows_the_customer",
        tier=3,
        name=_("Knows what satisfies this stream's customers"),
        question=_(
            "Tell me about the last time you heard at first hand what pleased or annoyed a "
            "customer of this stream, or a customer of your own work. What came of it?"
        ),
        ask_further=_(
            "Who is that customer, by name and job? What would they notice first if we changed "
            "something? What do we do that they would not pay for?"
        ),
        levels=(
            Level(
                _("Refers to others"),
                _(
                    "Sends the question on to quality or sales; names neither a customer nor a "
                    "requirement."
                ),
            ),
            Level(
                _("Knows the complaints"),
                _(
                    "Lists last year's complaints; what the customer does with the part is not "
                    "known."
                ),
            ),
            Level(
                _("Knows what they ask"),
                _(
                    "Names the main customers' wishes for delivery, quality and pack, and which of "
                    "them we miss."
                ),
            ),
            Level(
                _("Saw the part in use"),
                _(
                    "Was at the customer's line, and can say which of our steps the people there "
                    "would not pay for."
                ),
            ),
            Level(
                _("Was ahead of them"),
                _(
                    "Changed something here that no customer had asked for, and customers have "
                    "since made it a requirement."
                ),
            ),
        ),
        nudge=_(
            "Knowing the specification is not enough: ask what happened at the customer's after "
            "the part had arrived."
        ),
    ),
    StandardCriterion(
        key="reaches_the_experts",
        tier=3,
        name=_("Has access to the experts of these flows"),
        question=_(
            "Tell me about a problem you could not solve without somebody who knew these flows "
            "better. Whom did you go to, and what happened?"
        ),
        ask_further=_(
            "Whom would you ask about setting, and whom about scheduling? How do you know them? "
            "When did you last do something for them?"
        ),
        levels=(
            Level(
                _("Knows nobody to ask"),
                _("Cannot name a setter, a planner or a driver who works on this stream."),
            ),
            Level(
                _("Asks via the boss"),
                _("Knows the departments, asks through their managers and waits for the answer."),
            ),
            Level(
                _("Knows them by name"),
                _(
                    "Names somebody for each main process and for planning, and has spoken with "
                    "most of them this year."
                ),
            ),
            Level(
                _("They come along"),
                _(
                    "Setters and planners of this stream came to a walk or a trial because this "
                    "person asked them."
                ),
            ),
            Level(
                _("Brings them together"),
                _(
                    "Experts of different functions come with what puzzles them, and now sort it "
                    "out with one another."
                ),
            ),
        ),
        nudge=_("A long list of contacts is not access: ask who came the last time, and how soon."),
    ),
)
