-- How many contacts did a channel have on a day? The index is named: without statistics the planner
-- may walk every contact of the region.
SELECT COALESCE(SUM(contacts), 0)
FROM contact INDEXED BY contact_by_day
WHERE region_id = ?1 AND channel_id = ?2 AND day = ?3
