-- What does the file hold that somebody defined? SQLite's own statistics are left out.
SELECT type || ' ' || name AS object, tbl_name, COALESCE(sql, '') AS definition
FROM sqlite_schema
WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4')
