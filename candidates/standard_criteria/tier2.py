"""Tier 2, lean knowledge: own experience, the plan, and learning with an adviser."""

from candidates.standard_criteria.shape import Level, StandardCriterion
from candidates.standard_criteria.shape import marked as _

TIER_2 = (
    StandardCriterion(
        key="lean_by_experience",
        tier=2,
        name=_("Knows lean techniques, by experience elsewhere or in a sister stream"),
        question=_(
            "Tell me about the lean technique you have worked with longest, here or elsewhere. "
            "What did you set up yourself, and what did it look like a year later?"
        ),
        ask_further=_(
            "How did you know the takt, or the pace? What went wrong at first? In which order "
            "would you do it today?"
        ),
        levels=(
            Level(
                _("Knows the words"),
                _("Can say what kanban and takt are; has not worked in a place that ran by them."),
            ),
            Level(
                _("Took part in one"),
                _(
                    "Was in a kaizen week and can tell what was moved; others led it and looked "
                    "after it later."
                ),
            ),
            Level(
                _("Set one up, still used"),
                _(
                    "Set up one thing, such as a supermarket or a shorter changeover, and it was "
                    "in use a year later."
                ),
            ),
            Level(
                _("Joined several up"),
                _(
                    "Has run pacemaker, supermarket and milk run as one chain, and can show the "
                    "lead time before and after."
                ),
            ),
            Level(
                _("Others lead it now"),
                _(
                    "Took several areas through it, and people who learnt it there lead kaizen of "
                    "their own today."
                ),
            ),
        ),
        nudge=_(
            "Certificates and course days are not experience: ask what is running today and go to "
            "see it."
        ),
    ),
    StandardCriterion(
        key="makes_and_manages_plan",
        tier=2,
        name=_("Can make and manage a value-stream plan"),
        question=_(
            "Tell me about a plan with several departments in it that you carried for at least "
            "half a year. How did the first version differ from the last?"
        ),
        ask_further=_(
            "Where could people see the progress? What did you do after the first month that "
            "missed? What was taken off the plan, and who agreed?"
        ),
        levels=(
            Level(
                _("A list of wishes"),
                _(
                    "Has a list of actions without dates, without measurable goals and without "
                    "names."
                ),
            ),
            Level(
                _("Made, then filed"),
                _(
                    "There were dates and names; nobody marked what was reached, and in December "
                    "it was written anew."
                ),
            ),
            Level(
                _("Goal, month and name"),
                _(
                    "Every line had a measurable goal, a month and a person, and the actual was "
                    "marked each month."
                ),
            ),
            Level(
                _("Answers every miss"),
                _(
                    "Each missed month shows a countermeasure with a date beside it, and the line "
                    "came back to its target."
                ),
            ),
            Level(
                _("Changes it in the open"),
                _(
                    "Reordered the loops in front of everybody when a shorter way was found, and "
                    "still reached the business goal."
                ),
            ),
        ),
        nudge=_(
            "Skill with planning software is not meant: ask for one missed month and what was done "
            "before the next."
        ),
    ),
    StandardCriterion(
        key="learns_with_adviser",
        tier=2,
        name=_("Learns with an adviser"),
        question=_(
            "Tell me about a time somebody who knew more than you watched you work and told you "
            "what to change. What did you do with it?"
        ),
        ask_further=_(
            "What was hardest to accept? What had you tried by their next visit? Where did you end "
            "up doing it otherwise, and why?"
        ),
        levels=(
            Level(
                _("Needs no teacher"),
                _(
                    "Tells of advice as interference; cannot name a thing learnt from another "
                    "person at work."
                ),
            ),
            Level(
                _("Listens and files it"),
                _("Takes notes and thanks the adviser; the next visit finds the place as it was."),
            ),
            Level(
                _("Does the homework"),
                _(
                    "Had carried out what was agreed when the adviser came again, and could say "
                    "what had not worked."
                ),
            ),
            Level(
                _("Shows the sore spot"),
                _(
                    "Takes the adviser to where it goes wrong, tries it another way the same day, "
                    "and writes down what changed."
                ),
            ),
            Level(
                _("Fetches the sensei"),
                _(
                    "Went and found a sensei unasked, answers doubts with a trial, and teaches the "
                    "team what came of it."
                ),
            ),
        ),
        nudge=_(
            "Agreeing politely is not learning; somebody new to lean can reach the top here, and "
            "an expert the bottom."
        ),
    ),
)
