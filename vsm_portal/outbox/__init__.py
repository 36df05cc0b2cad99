"""What goes out: a row for every mail, claimed, sent outside any transaction, finished, listed."""
