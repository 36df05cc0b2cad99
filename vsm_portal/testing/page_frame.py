"""What every page asks the database before its own questions."""

#: session, person, and what the frame around the page shows: roles, site, what waits, own
#: appointments, places
FRAME_QUERIES = 11
#: what waits, asked further of somebody who takes part in an open position
OPEN_POSITION_QUERIES = 3
#: what waits, asked further of a current manager: the weeks of their log
MANAGER_QUERIES = 1
