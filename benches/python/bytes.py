"""How many bytes a ticket takes in a file, by table and index: SQLite's `dbstat`, all pages counted whole.

    cargo run -p gongdan-benches --example desk -- desk.db && python3 benches/python/bytes.py desk.db
"""

import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1])
((tickets, events),) = connection.execute("SELECT (SELECT COUNT(*) FROM ticket), (SELECT COUNT(*) FROM event)")
total = 0
for name, size in connection.execute("SELECT name, SUM(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"):
    total += size
    if size / tickets >= 0.5:
        print(f"{size / tickets:9.1f}  {name}")
print(f"{total / tickets:9.1f}  a ticket of {events / tickets:.2f} events")
