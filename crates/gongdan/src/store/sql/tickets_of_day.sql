-- How many tickets were taken in on this day so far?
SELECT tickets
FROM day_counter
WHERE region_id = (SELECT region.region_id FROM region) AND day = ?1
