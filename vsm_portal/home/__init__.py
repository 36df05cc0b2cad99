"""On top of everything: the first page and the way around."""
