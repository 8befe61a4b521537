-- What does the file hold that somebody defined? SQLite's own objects have no text.
SELECT name, sql
FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat_'
