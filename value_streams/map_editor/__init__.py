"""Entering a map: a form for each row, what it says back, and what a save changes on the page."""
