-- How many contacts came by each channel? ?1 region from, ?2 region to, ?3 first day,
-- ?4 last day (both counted), ?5 as of, ?6 the last event that is seen.
SELECT channel_id, SUM(contacts) AS contact_sum
FROM contact
WHERE region_id >= ?1 AND region_id <= ?2 AND day >= ?3 AND day <= ?4 AND at <= ?5
  AND seq <= ?6
GROUP BY channel_id
ORDER BY channel_id
