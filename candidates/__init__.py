"""Selection: positions, candidates, criteria, scorecards, ranking, decisions."""
