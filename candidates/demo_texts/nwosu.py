"""Chidi Nwosu. Lean knowledge below the threshold: appointable with a named adviser."""

CANDIDATE = {
    "name": "Chidi Nwosu",
    "current_function": "Human resources manager, five years",
    "lean_experience": "Member of one kaizen week at a former employer",
    "source": "Asked by the plant director to apply",
    "line_manager": "Head of human resources, head office",
}

NOTES = {
    "brandt": (
        (
            "interview",
            "3 November: followed one vacancy from request to first shift; eleven of forty days "
            "lay on my desk, and that is where he began.",
            {"sees_whole_stream": 4},
        ),
        (
            "data",
            "Days to fill a post, three years: lower each year, the target replaced twice at his "
            "own wish.",
            {"desire_to_improve": 4},
        ),
        (
            "gemba",
            "13 October, assembly: the supervisor lost her fixed agency crew to the pool and "
            "explained to me what it is for.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "13 October, canteen: I could not walk ten steps with him without somebody bringing "
            "an idea; the packer from line 2 chose her new post.",
            {"people_first": 5},
        ),
        (
            "interview",
            "3 November: the Friday roster review took place all through August, its missed "
            "dates on the door.",
            {"sticks_to_process": 4},
        ),
        (
            "reference",
            "Head of maintenance, 27 October: tells him what he would tell nobody else, and has "
            "not regretted it.",
            {"keeps_trust": 5},
        ),
        (
            "interview",
            "3 November: self-rostering in paint failed after a month; his name is on the "
            "report, and packing began in the next.",
            {"calculated_risks": 4},
        ),
        (
            "data",
            "His own count at the time clock, three mornings, and the corrected figure in the "
            "pay system.",
            {"decides_on_data": 4},
        ),
        (
            "gemba",
            "2 June: took the managers through the training room with its nine leavers' lockers; "
            "hours for training were agreed in June.",
            {"creates_the_lever": 4, "executive_buy_in": 4},
        ),
        (
            "interview",
            "3 November: one weekly order day with the temp agency; fewer no-shows for us, fewer "
            "empty drives for them.",
            {"win_win_changes": 3},
        ),
        (
            "interview",
            "3 November: took part in a kaizen week, can say which bench was moved, and who "
            "looked after it later he did not hear.",
            {"lean_by_experience": 2},
        ),
        (
            "data",
            "Plan for the pool: names and dates on each line, nothing marked since May.",
            {"makes_and_manages_plan": 2},
        ),
        (
            "interview",
            "3 November: listed the ring processes in order from his first walk, and had noticed "
            "the blocked aisle at grinding.",
            {"knows_the_flows": 2, "knows_floor_space": 2},
        ),
        (
            "interview",
            "3 November: trucks and packs, he said himself, are a blank; the forecast he knows "
            "as headcount.",
            {"knows_logistics": 1, "knows_future_demand": 2},
        ),
    ),
    "lin": (
        (
            "interview",
            "5 November: drew hiring from the request to the first shift with every wait; for "
            "rings he would have to walk it.",
            {"sees_whole_stream": 3},
        ),
        (
            "reference",
            "Assembly team leader, 5 November: he lowered the target for induction days after we "
            "had met it.",
            {"desire_to_improve": 4},
        ),
        (
            "interview",
            "5 November: wrote down for maintenance how many hours the pool would cost them; "
            "they tried it for six weeks.",
            {"convinces_others": 3},
        ),
        (
            "gemba",
            "5 November, late shift: knew that nights care about lockers, not about posters, and "
            "had two of them test the new ones.",
            {"people_first": 4},
        ),
        (
            "gemba",
            "5 November, same shift: told the crew what he had told the director about the pay "
            "error, word for word.",
            {"keeps_trust": 4},
        ),
        (
            "interview",
            "5 November: days, lates and nights heard of the roster from him; the slip in May "
            "was said at the board.",
            {"sticks_to_process": 3},
        ),
        (
            "interview",
            "5 November: before the swap of crews he noted the worst case and when to stop; it "
            "was stopped, and nobody was blamed.",
            {"calculated_risks": 3},
        ),
        (
            "interview",
            "5 November: knew first that absence was a matter of the new canteen, and then "
            "showed me the one chart that agrees.",
            {"decides_on_data": 2},
        ),
        (
            "interview",
            "5 November: his part in the kaizen week was to note times; the rest he tells from "
            "hearsay.",
            {"lean_by_experience": 2},
        ),
        (
            "data",
            "Personnel actions for next year in one column: no goal one could measure, no month, "
            "no name.",
            {"makes_and_manages_plan": 1},
        ),
        (
            "interview",
            "5 November: led me to the form nobody fills in, changed it before me, and noted the "
            "result on Monday.",
            {"learns_with_adviser": 4},
        ),
        (
            "gemba",
            "5 November, rings: knew the finished ring and asked each operator what had come "
            "before; looked for the setter by way of his boss.",
            {"knows_the_flows": 1, "reaches_the_experts": 2},
        ),
    ),
    "kerr": (
        (
            "gemba",
            "15 September, handover at turning: mapped the way of one note from shift to shift "
            "with the places where it lay.",
            {"sees_whole_stream": 3},
        ),
        (
            "data",
            "Handover sheet, edition of May and of August: begun unasked, minutes before and "
            "after written on it.",
            {"desire_to_improve": 3},
        ),
        (
            "interview",
            "4 November: sales lost two posts to the pool; its head still lends people and says "
            "what the plant has from it.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "15 September, turning: three ideas on trial, each run by whoever had it; he asked "
            "nights first, who had most to lose.",
            {"people_first": 4},
        ),
        (
            "gemba",
            "15 September: the Tuesday handover check was held although two machines stood, and "
            "last week's gap was on the wall.",
            {"sticks_to_process": 4},
        ),
        (
            "reference",
            "Two turners, 15 September: went to him with a wrong entry of theirs; the plant "
            "director goes to him with worries.",
            {"keeps_trust": 5},
        ),
        (
            "interview",
            "4 November: dropped his second time clock before the works committee when the queue "
            "had been counted; they now bring lists.",
            {"decides_on_data": 5},
        ),
        (
            "interview",
            "4 November: the handover trial hit its stop signal on the ninth day; he answered "
            "for it and began again within three weeks.",
            {"calculated_risks": 4},
        ),
        (
            "interview",
            "4 November: hung leavers' months of service beside the months it takes to train; "
            "the first mentor was named in June.",
            {"creates_the_lever": 3},
        ),
        (
            "interview",
            "4 November: saw all five managers before he asked for mentors; two objections were "
            "on the sheet with an answer.",
            {"executive_buy_in": 4},
        ),
        (
            "interview",
            "4 November: moved a bench in a kaizen week and can say which; explains kanban from "
            "the book.",
            {"lean_by_experience": 2},
        ),
        (
            "gemba",
            "My visits of June and September: asked me to watch the meeting he finds hardest, "
            "and altered it the same day.",
            {"learns_with_adviser": 4},
        ),
        (
            "data",
            "Handover plan: goal, month and person on each line, actuals entered each month.",
            {"makes_and_manages_plan": 3},
        ),
        (
            "gemba",
            "15 September, rings: six boxes in the right order; what starts each of them he "
            "looked up.",
            {"knows_the_flows": 2},
        ),
    ),
    "patel": (
        (
            "interview",
            "6 November: showed which half of our spending on temps comes from late requests, "
            "and has put a planner there.",
            {"sees_whole_stream": 4},
        ),
        (
            "interview",
            "6 November: rewrote the induction that nobody complained of, met the new target, "
            "and wrote it anew.",
            {"desire_to_improve": 4},
        ),
        (
            "reference",
            "Agency's branch manager, 3 November: gave up same-day orders, which paid more, and "
            "can say what they are better for.",
            {"convinces_others": 4},
        ),
        (
            "gemba",
            "20 October, purchasing: my clerk showed the access-card change herself, after he "
            "had tried it out with her.",
            {"people_first": 4},
        ),
        (
            "interview",
            "6 November: the induction dates were known on all shifts, the slip in July as well.",
            {"sticks_to_process": 3},
        ),
        (
            "interview",
            "6 November: went to the three people to whom he had promised a course, two weeks "
            "before it was cancelled.",
            {"keeps_trust": 3},
        ),
        (
            "interview",
            "6 November: walked managers past 31 unused work jackets of leavers; mentors were "
            "agreed in that month.",
            {"creates_the_lever": 4},
        ),
        (
            "data",
            "Minutes of 2 June: decision on two trainers, from one page with cost, date and both "
            "states.",
            {"executive_buy_in": 3},
        ),
        (
            "interview",
            "6 November: held the decision on the agency until reception had counted no-shows "
            "for a month.",
            {"decides_on_data": 3},
        ),
        (
            "gemba",
            "29 September, agency's office: went through their day, they through our gate; the "
            "two hours' wait is gone, and timed.",
            {"win_win_changes": 4},
        ),
        (
            "interview",
            "6 November: believed that forgings are simply there, and wrote down what a call-off "
            "is.",
            {"knows_logistics": 1},
        ),
        (
            "interview",
            "6 November: had read what I sent him on packs before the talk, and said which part "
            "he had not understood.",
            {"learns_with_adviser": 3},
        ),
        (
            "interview",
            "6 November: knows the complaints about rings from the lobby board; not what a "
            "bearing maker does with a ring.",
            {"knows_the_customer": 2},
        ),
        (
            "interview",
            "6 November: named a setter, a planner and a grinder whom he had hired, and spoke "
            "with two this year.",
            {"reaches_the_experts": 3},
        ),
    ),
}

NOT_OBSERVED = {
    "brandt": {
        "learns_with_adviser": "Nobody has advised him while I was watching.",
        "knows_the_customer": "I asked nothing about customers.",
        "reaches_the_experts": "I know only his contacts in personnel matters.",
    },
    "lin": {
        "creates_the_lever": "No such story came up with me.",
        "executive_buy_in": "I have not seen him with your executives.",
        "win_win_changes": "Agencies are outside what I know.",
        "knows_logistics": "There was no sense in asking on a first walk.",
        "knows_floor_space": "I forgot to ask.",
        "knows_future_demand": "I could not check the answer.",
        "knows_the_customer": "I could not check this answer either.",
    },
    "kerr": {
        "win_win_changes": "I know none of his outside partners.",
        "knows_logistics": "That was not asked of me.",
        "knows_floor_space": "My visits were about handovers, not halls.",
        "knows_future_demand": "Not a subject between us.",
        "knows_the_customer": "We never spoke of the bearing makers.",
        "reaches_the_experts": "I met him on his own ground only.",
    },
    "patel": {
        "calculated_risks": "I can think of no trial of his that touched me.",
        "lean_by_experience": "I am no judge of techniques.",
        "makes_and_manages_plan": "I saw the result, not the plan.",
        "knows_the_flows": "I left the processes to the others.",
        "knows_floor_space": "Space did not come up in our talk.",
        "knows_future_demand": "The forecast was not discussed.",
    },
}

WARNINGS = {}
