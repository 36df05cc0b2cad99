"""What every page asks the database before its own questions."""

#: session, person, and what the frame around the page shows: roles, site, what waits, places
FRAME_QUERIES = 12
