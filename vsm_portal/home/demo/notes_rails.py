"""What three assessors noted about the candidates for "Seat-track rails".

{(candidate, assessor): [(kind of evidence, note, {criterion: level})]}. One note carries several
scores, as on a real panel; a criterion in no note was not observed by that assessor.
"""

NOTES = {
    ("Priya Raman", "lin"): [
        (
            "gemba",
            "Walk from seat plant dock back to roll forming, 6 October: stopped at the welding "
            "buffer first and asked who had decided its size.",
            {
                "sees_whole_stream": 5,
                "decides_on_data": 4,
                "knows_the_flows": 3,
                "desire_to_improve": 4,
            },
        ),
        (
            "gemba",
            "Got the weld team to run in lots of 60 though their own changeovers doubled; she was"
            " there on both shifts for the first two weeks.",
            {"convinces_others": 5, "sticks_to_process": 4, "people_first": 4, "keeps_trust": 4},
        ),
        (
            "data",
            "Plan of the sister stream, 2025: 9 of 11 objectives reached, the two misses "
            "explained on the sheet with what was learnt.",
            {"makes_and_manages_plan": 4, "calculated_risks": 4, "lean_by_experience": 4},
        ),
        (
            "interview",
            "Told how she let the truck of 14 March leave half empty to show what the missing "
            "labels cost.",
            {
                "creates_the_lever": 4,
                "executive_buy_in": 3,
                "win_win_changes": 4,
                "knows_logistics": 3,
            },
        ),
    ],
    ("Priya Raman", "kerr"): [
        (
            "gemba",
            "Coached the first paced-withdrawal trial with her in Rivera, week 31: asked three "
            "times for the reason before changing anything.",
            {"learns_with_adviser": 5, "lean_by_experience": 4, "desire_to_improve": 5},
        ),
        (
            "gemba",
            "Her board at the pacemaker showed the missed pitch of every hour, bad ones included,"
            " when I came unannounced.",
            {"decides_on_data": 5, "sticks_to_process": 5, "sees_whole_stream": 4},
        ),
        (
            "interview",
            "Would not name the operator who had mixed left and right rails; spoke of the rack "
            "instead.",
            {"people_first": 5, "keeps_trust": 4, "calculated_risks": 4},
        ),
        (
            "data",
            "Drew the future state with four loops, each with a figure and a date; sales plan for"
            " the new seat generation was missing in it.",
            {"makes_and_manages_plan": 4, "knows_future_demand": 2, "knows_the_flows": 3},
        ),
    ],
    ("Priya Raman", "adeyemi"): [
        (
            "interview",
            "Presented the milk-run change to the board with the half year it would look worse; "
            "got the yes in one meeting.",
            {"executive_buy_in": 5, "creates_the_lever": 4, "decides_on_data": 4},
        ),
        (
            "reference",
            "Seat plant West says she called before every late truck and never after.",
            {"win_win_changes": 5, "keeps_trust": 5, "knows_the_customer": 4},
        ),
        (
            "gemba",
            "Asked in the rail hall for the stores manager by the wrong name; has not worked on "
            "this side of the site.",
            {"reaches_the_experts": 2, "knows_floor_space": 2, "knows_the_flows": 2},
        ),
        (
            "gemba",
            "Shift talk of 2 November: left the two proposals of the night shift on the board "
            "with a date and her name.",
            {"people_first": 4, "convinces_others": 4, "sticks_to_process": 4},
        ),
    ],
    ("Marcus Webb", "lin"): [
        (
            "gemba",
            "Knows every bearing of the roll former; cut its stops from 31 to 12 a month and then"
            " asked what else could run faster.",
            {"desire_to_improve": 4, "knows_the_flows": 5, "sees_whole_stream": 2},
        ),
        (
            "interview",
            "On smaller lots: had been tried in 2019, the tool shop could not follow, and it "
            "would not work today either.",
            {
                "calculated_risks": 2,
                "convinces_others": 2,
                "creates_the_lever": 2,
                "win_win_changes": 3,
            },
        ),
        (
            "data",
            "Maintenance plan 2025: kept to the day; objectives are all machine availability.",
            {"makes_and_manages_plan": 3, "decides_on_data": 4, "sticks_to_process": 4},
        ),
        (
            "reference",
            "Both toolmakers he trained stayed; one now leads the second shift.",
            {"people_first": 4, "keeps_trust": 4, "reaches_the_experts": 5},
        ),
    ],
    ("Marcus Webb", "kerr"): [
        (
            "gemba",
            "Single-minute changeover on line 2 with him: 41 to 17 minutes in five weeks, the "
            "standard hangs there and is used.",
            {"lean_by_experience": 3, "sticks_to_process": 4, "desire_to_improve": 4},
        ),
        (
            "gemba",
            "Built rail stock ahead of the inventory count so that the former would not stand; "
            "assembly had no room for a week.",
            {"sees_whole_stream": 1, "decides_on_data": 3, "knows_floor_space": 4},
        ),
        (
            "interview",
            "Listened, asked for the book, came back with two questions on pull that were better "
            "than mine.",
            {"learns_with_adviser": 4, "calculated_risks": 3},
        ),
        (
            "reference",
            "Three setters say one can bring him an idea at any hour; two were tried within the "
            "month.",
            {"people_first": 4, "convinces_others": 4, "keeps_trust": 4},
        ),
    ],
    ("Marcus Webb", "adeyemi"): [
        (
            "gemba",
            "Broken roller on 19 August: he ran the repair himself until two in the morning. The "
            "same roller broke in September.",
            {"desire_to_improve": 3, "sticks_to_process": 3, "decides_on_data": 3},
        ),
        (
            "data",
            "Knows the demand of all three seat plants by heart and the two that will move to the"
            " new rail.",
            {"knows_future_demand": 5, "knows_the_customer": 4, "knows_logistics": 4},
        ),
        (
            "interview",
            "Asked for a second former as the answer to the lead time; the figure for it was not "
            "there.",
            {"sees_whole_stream": 2, "executive_buy_in": 2, "makes_and_manages_plan": 2},
        ),
        (
            "reference",
            "The seat plants’ buyers trust his word on dates.",
            {
                "win_win_changes": 3,
                "keeps_trust": 4,
                "reaches_the_experts": 5,
                "knows_the_flows": 5,
            },
        ),
    ],
    ("Elena Castillo", "lin"): [
        (
            "gemba",
            "Traced the scratch on the upper rail through four departments in one shift and had "
            "the packer show the cause to the press team.",
            {"sees_whole_stream": 4, "decides_on_data": 5, "people_first": 4, "knows_the_flows": 4},
        ),
        (
            "interview",
            "Stopped the launch at the customer’s gate in May against sales; described what she "
            "would do earlier next time.",
            {"calculated_risks": 3, "creates_the_lever": 4, "executive_buy_in": 4},
        ),
        (
            "data",
            "Complaint board: closed 38 of 40 with the cause removed; both open ones are dated.",
            {"sticks_to_process": 4, "desire_to_improve": 4, "keeps_trust": 4},
        ),
        (
            "reference",
            "Seat plant South changed its rack together with her; both sides count fewer touches.",
            {"win_win_changes": 4, "knows_the_customer": 5, "knows_logistics": 3},
        ),
    ],
    ("Elena Castillo", "kerr"): [
        (
            "interview",
            "Knows pull and levelling from books; said so before I asked, and where she would "
            "want to see it first.",
            {"lean_by_experience": 2, "learns_with_adviser": 4, "makes_and_manages_plan": 2},
        ),
        (
            "gemba",
            "In the weld cell she asked the operator to stop explaining and to do one cycle; then"
            " wrote down the times.",
            {"decides_on_data": 4, "people_first": 5, "sees_whole_stream": 4},
        ),
        (
            "gemba",
            "Talked the planner out of a rush order by showing the three it would push back.",
            {"convinces_others": 4, "desire_to_improve": 4, "keeps_trust": 4},
        ),
    ],
    ("Elena Castillo", "adeyemi"): [
        (
            "interview",
            "Brought the cost of the outgoing inspection to the board with a proposal to end it; "
            "asked for a trial of eight weeks, not for money.",
            {"executive_buy_in": 4, "creates_the_lever": 4, "calculated_risks": 4},
        ),
        (
            "data",
            "Quality plan 2025 has dates and names; the months are not marked since July.",
            {"makes_and_manages_plan": 2, "sticks_to_process": 3, "decides_on_data": 4},
        ),
        (
            "gemba",
            "The line leaders call her when a rail looks odd, before it is a complaint.",
            {"keeps_trust": 5, "people_first": 4, "reaches_the_experts": 4, "knows_the_flows": 4},
        ),
        (
            "reference",
            "Customers’ quality people ask for her by name.",
            {"knows_the_customer": 5, "win_win_changes": 4, "knows_future_demand": 3},
        ),
    ],
}

#: {(candidate, assessor): {warning: what was seen}}; the others were looked for and not seen
SEEN = {
    ("Marcus Webb", "lin"): {
        "tried_that": (
            "“We tried that in 2019, it won’t work”, before he had heard which lots were meant."
        )
    },
    ("Marcus Webb", "kerr"): {
        "optimises_part": "Stock ahead of the count, so that the former’s own figure held."
    },
    ("Marcus Webb", "adeyemi"): {
        "enjoys_firefighting": "Told the night repair of 19 August three times, with shining eyes."
    },
}

WHY_EARLY = (
    "Femi Adeyemi is with the customer until Thursday; the others should not wait for one card."
)

FUNCTIONS = {
    "Priya Raman": (
        "Value-stream planner, sister stream",
        "Sister stream, proposed by her manager",
        "Three years in the model line for seat frames: pacemaker, supermarkets, milk run.",
    ),
    "Marcus Webb": (
        "Maintenance and tooling lead, roll forming",
        "Applied",
        "Changeover workshops on two lines, total productive maintenance since 2022.",
    ),
    "Elena Castillo": (
        "Quality manager, rails",
        "Proposed by the plant’s executives",
        "Problem solving on A3 sheets; no pull system yet.",
    ),
}


def criteria_of(assessor) -> set:
    """What the assessor could see of anybody, which is what they are asked."""
    theirs = [notes for (_name, who), notes in NOTES.items() if who == assessor]
    return {key for notes in theirs for _kind, _text, levels in notes for key in levels}
