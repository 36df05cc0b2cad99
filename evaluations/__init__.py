"""Evaluation: review cycles, reviews, the time log and its trend. It follows upon selection."""
