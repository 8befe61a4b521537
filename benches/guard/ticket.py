"""Reads tickets. Usage: ticket.py FILE TIMES; their ids, one a line, by standard input."""

import sys
from itertools import cycle, islice

import gongdan

ids = [int(line) for line in sys.stdin]
closed = 0
with gongdan.open(sys.argv[1]) as hotline:
    for ticket_id in islice(cycle(ids), int(sys.argv[2])):
        closed += hotline.ticket(ticket_id).stage == "closed"
sys.exit(closed == 0)
