"""Tier 1, attitude and leadership: how the candidate deals with people."""

from candidates.standard_criteria.shape import Level, StandardCriterion
from candidates.standard_criteria.shape import marked as _

PEOPLE = (
    StandardCriterion(
        key="convinces_others",
        tier=1,
        name=_("Convinces and motivates others, even against their local interest"),
        question=_(
            "Tell me about a time you needed a department to agree to something that made its own "
            "figures worse. How did you go about it?"
        ),
        ask_further=_(
            "What did they stand to lose? What was their first answer? Do they still do it today?"
        ),
        levels=(
            Level(
                _("Orders or gives in"),
                _("Uses the boss's name to get it done, or drops the matter at the first refusal."),
            ),
            Level(
                _("Wins the willing"),
                _(
                    "Gets those on board who gain by it; those who would lose something carry on "
                    "as before."
                ),
            ),
            Level(
                _("Names the price first"),
                _(
                    "Tells a department openly what it will lose, gets its yes to a trial, and the "
                    "trial takes place."
                ),
            ),
            Level(
                _("Brings the losing side along"),
                _(
                    "A supervisor whose figures looked worse afterwards still works the new way "
                    "and can say what it is for."
                ),
            ),
            Level(
                _("They ask to go first"),
                _(
                    "A department that stood to lose offered its own area for the change, then "
                    "talked the next one into it."
                ),
            ),
        ),
        nudge=_(
            "Speaking up in meetings is not convincing: ask the department that lost something, "
            "not the one that gained."
        ),
    ),
    StandardCriterion(
        key="people_first",
        tier=1,
        name=_("Treats people as the core value and is open to their ideas"),
        question=_(
            "Tell me about an idea from somebody on the floor that changed a plan of yours. What "
            "had you intended, and what became of the idea?"
        ),
        ask_further=_(
            "Who was it, and where did they tell you? How long until it was tried? What do people "
            "here never say aloud in a meeting?"
        ),
        levels=(
            Level(
                _("Counts heads"),
                _(
                    "Speaks of people as posts to be filled; nobody at the line is mentioned by "
                    "name."
                ),
            ),
            Level(
                _("Collects suggestions"),
                _("Asks for ideas and says thank you; most of them never get an answer."),
            ),
            Level(
                _("Answers every idea"),
                _(
                    "Whoever proposes something hears yes or no, with the reason, within days and "
                    "at their own workplace."
                ),
            ),
            Level(
                _("Tries it with them"),
                _(
                    "Knows what matters to each shift, tries ideas out with those who had them, "
                    "and lets them show the result."
                ),
            ),
            Level(
                _("Ideas come unasked"),
                _(
                    "Operators stop this person in the aisle with the next idea; people freed by "
                    "the last one had a say in their new work."
                ),
            ),
        ),
        nudge=_(
            "Being friendly is not the point: count the ideas that were carried out, and listen "
            "for who gets the credit."
        ),
    ),
    StandardCriterion(
        key="sticks_to_process",
        tier=1,
        name=_("Communicates the improvement process and sticks to it"),
        question=_(
            "Tell me about an improvement routine you introduced that people were tempted to skip "
            "once it got busy. What happened on the busiest day?"
        ),
        ask_further=_(
            "How did people first learn of it? Who skipped it, and what did you do then? Is it "
            "still running now that you are not there?"
        ),
        levels=(
            Level(
                _("Something new each month"),
                _(
                    "Starts the next campaign before the last is finished; people at the line "
                    "cannot say which one counts."
                ),
            ),
            Level(
                _("Told once, then silence"),
                _(
                    "Presents the steps at the kick-off; after the first late truck nobody hears "
                    "of them again."
                ),
            ),
            Level(
                _("Same story on every shift"),
                _(
                    "All shifts know the steps, the reason and the dates; when a date slips, it is "
                    "said at the board."
                ),
            ),
            Level(
                _("Keeps the date when busy"),
                _(
                    "The weekly check at the gemba took place in the week of the late trucks too, "
                    "and the missed dates stayed on the wall."
                ),
            ),
            Level(
                _("Runs without reminding"),
                _(
                    "Team leaders hold the checks by themselves, and have called this person back "
                    "for skipping a step."
                ),
            ),
        ),
        nudge=_(
            "A presentation is not communication yet: ask two people on different shifts what "
            "happens next, and compare."
        ),
    ),
    StandardCriterion(
        key="keeps_trust",
        tier=1,
        name=_("Builds and keeps the trust of employees and executives"),
        question=_(
            "Tell me about a promise, to the floor or to the management, that became hard to keep. "
            "What did you do about it?"
        ),
        ask_further=_(
            "When did you first know it would be hard? Who heard it from you, and in which order? "
            "How do you get on with them today?"
        ),
        levels=(
            Level(
                _("Two versions of it"),
                _(
                    "Says one thing in the office and another on the floor; people compare notes "
                    "afterwards."
                ),
            ),
            Level(
                _("Trusted by one side"),
                _(
                    "Either the floor or the management talks openly with this person; the other "
                    "side keeps its distance."
                ),
            ),
            Level(
                _("Keeps or takes back"),
                _(
                    "Promises to both sides were kept, or taken back face to face before the date "
                    "had passed."
                ),
            ),
            Level(
                _("Brings the bad news"),
                _(
                    "Told the boss and the crew about a mistake of their own in the same words, "
                    "before anybody had asked."
                ),
            ),
            Level(
                _("Told what others hide"),
                _(
                    "Operators own up to mistakes before this person, executives to doubts, and "
                    "neither has had cause to regret it."
                ),
            ),
        ),
        nudge=_(
            "Being liked is something else: look for a moment when telling the truth cost this "
            "person something."
        ),
    ),
)
