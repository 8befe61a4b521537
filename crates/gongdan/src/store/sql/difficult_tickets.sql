-- Which tickets taken in up to the period's end does no unit take? The first day is not asked:
-- a difficult ticket is carried from month to month.
SELECT ticket_id
FROM ticket_as_of
WHERE region_id = :region AND accepted_at < :to AND flags & {ticket.difficult} > 0 AND :from = :from
ORDER BY ticket_id
