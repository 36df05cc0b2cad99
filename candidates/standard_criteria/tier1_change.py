"""Tier 1, attitude and leadership: how the candidate brings a change about."""

from candidates.standard_criteria.shape import Level, StandardCriterion
from candidates.standard_criteria.shape import marked as _

CHANGE = (
    StandardCriterion(
        key="calculated_risks",
        tier=1,
        name=_("Tolerates calculated risks and the mistakes they bring"),
        question=_(
            "Tell me about a trial in your area that went wrong. What had been agreed beforehand, "
            "and what became of those who ran it?"
        ),
        ask_further=_(
            "What was the most it could have cost? Who decided to begin? What did you try next?"
        ),
        levels=(
            Level(
                _("Looks for the culprit"),
                _(
                    "After a failed trial the first question was who did it; nobody has proposed a "
                    "trial since."
                ),
            ),
            Level(
                _("Safe bets only"),
                _(
                    "Lets a trial run once others have shown that it works; a failure is passed "
                    "over in silence."
                ),
            ),
            Level(
                _("Notes it beforehand"),
                _(
                    "Before a trial the possible damage and the stop signal are written down; "
                    "nobody is blamed when it is pulled."
                ),
            ),
            Level(
                _("Stands before the crew"),
                _(
                    "Answered to the management for a failed trial, said what it had taught, and "
                    "ran the next one within weeks."
                ),
            ),
            Level(
                _("Fails small and often"),
                _(
                    "Keeps several small trials going; the teams put up their own failures at the "
                    "board and others build on them."
                ),
            ),
        ),
        nudge=_(
            "A gamble does not count: where no limit was agreed beforehand it was luck, whichever "
            "way it ended."
        ),
    ),
    StandardCriterion(
        key="decides_on_data",
        tier=1,
        name=_("Decides on data, not on opinion"),
        question=_(
            "Tell me about a decision where the figures said something other than your experience. "
            "Which of the two did you follow?"
        ),
        ask_further=_(
            "Where did the figures come from? Who had counted? What would have changed your mind?"
        ),
        levels=(
            Level(
                _("Loudest voice wins"),
                _("Decides by rank or habit; asked for a figure, tells an anecdote."),
            ),
            Level(
                _("Figures afterwards"),
                _(
                    "Decides first and then fetches the report that fits; the others stay in the "
                    "drawer."
                ),
            ),
            Level(
                _("Has it counted first"),
                _(
                    "Holds a decision until somebody has counted, and can say who counted, where "
                    "and when."
                ),
            ),
            Level(
                _("Goes and counts"),
                _(
                    "Took stopwatch and tally sheet to the gemba before deciding, and corrected "
                    "the figure in the system."
                ),
            ),
            Level(
                _("Drops their own idea"),
                _(
                    "Withdrew their own proposal in front of others because of a measurement; "
                    "people now bring counts instead of complaints."
                ),
            ),
        ),
        nudge=_(
            "A pile of reports proves nothing: ask for one decision that came out differently "
            "because of a count."
        ),
    ),
    StandardCriterion(
        key="creates_the_lever",
        tier=1,
        name=_("Creates the lever, or the crisis, that shows why change is urgent"),
        question=_(
            "Tell me about a time when you saw that something had to change and nobody else did. "
            "How did you get them to see it?"
        ),
        ask_further=_(
            "What exactly did they see or hear? What did they say on the way back? What started in "
            "the week after?"
        ),
        levels=(
            Level(
                _("Waits for the crisis"),
                _(
                    'Begins when the customer has blocked a delivery; until then there was "no '
                    'reason to".'
                ),
            ),
            Level(
                _("Warns in general"),
                _(
                    "Speaks of costs and competition at every meeting; heads nod and nothing "
                    "starts."
                ),
            ),
            Level(
                _("Puts up the figure"),
                _(
                    "Hung one figure where all could see it, such as our lead time beside the "
                    "customer's wish, and a first step followed."
                ),
            ),
            Level(
                _("Takes them to the spot"),
                _(
                    "Led managers to the full racks or the returned parts, and a change began "
                    "within the month."
                ),
            ),
            Level(
                _("Takes the cushion away"),
                _(
                    "With the boss's consent lowered a stock or named a public date, so that the "
                    "problem had to be solved, and it was."
                ),
            ),
        ),
        nudge=_(
            "Frightening people is not a lever: what was shown has to be true, and there has to be "
            "a way out of it."
        ),
    ),
    StandardCriterion(
        key="executive_buy_in",
        tier=1,
        name=_("Wins executives' buy-in for major changes"),
        question=_(
            "Tell me about the largest change you had to get through at the top. Who was against "
            "it, and how did it end?"
        ),
        ask_further=_(
            "What did you ask for, in money, people or patience? Which question caught you out? "
            "When did you next report to them?"
        ),
        levels=(
            Level(
                _("Keeps away from upstairs"),
                _(
                    "Has not put a proposal to the management; somebody else carried it, or nobody "
                    "did."
                ),
            ),
            Level(
                _("Comes back with a nod"),
                _(
                    "Presented the benefits and was encouraged; no money, no people and no date "
                    "came of it."
                ),
            ),
            Level(
                _("Comes back with a yes"),
                _(
                    "Put today's state, the future state, cost and date on one sheet, and went "
                    "home with a decision."
                ),
            ),
            Level(
                _("Sees each one alone"),
                _(
                    "Had met every executive before the meeting; each objection was already "
                    "answered on the sheet."
                ),
            ),
            Level(
                _("Holds them in the dip"),
                _(
                    "Executives stood by the change while an old measure slipped, because they had "
                    "been told that it would."
                ),
            ),
        ),
        nudge=_(
            "A polished set of slides is not buy-in: ask what the executives paid for, gave up or "
            "signed."
        ),
    ),
    StandardCriterion(
        key="win_win_changes",
        tier=1,
        name=_("Makes win-win changes with customers and suppliers"),
        question=_(
            "Tell me about a change you made together with a customer, a supplier or another "
            "outside partner. What did each side have afterwards that it had not had before?"
        ),
        ask_further=_(
            "Who made the first move? What did you show them of your own figures? What would they "
            "say if I rang them?"
        ),
        levels=(
            Level(
                _("Squeezes or obeys"),
                _(
                    "Talks prices with suppliers and apologises to customers; no change to the "
                    "work between them is named."
                ),
            ),
            Level(
                _("Writes complaints"),
                _(
                    "Gets in touch when something is wrong; letters go back and forth and the flow "
                    "stays as it was."
                ),
            ),
            Level(
                _("Agrees on one change"),
                _(
                    "Names one agreed change, such as a smaller pack or a fixed call-off day, and "
                    "what each side has from it."
                ),
            ),
            Level(
                _("Walks both floors"),
                _(
                    "Walked the partner's floor and showed them ours; together they took out a "
                    "wait that both can put in figures."
                ),
            ),
            Level(
                _("Partners come back"),
                _(
                    "The partner proposed the following change, and how savings are shared had "
                    "been written down beforehand."
                ),
            ),
        ),
        nudge=_(
            "A lower price is not a win-win: ask what the other side got, and which waste between "
            "the two is gone."
        ),
    ),
)
