-- A ticket as a list shows it, from the rows alone. The last column says that a return or an
-- extension was asked for at some time: whether it still waits stands in the events only.
-- The parameters stand in the last line only: inside a subquery they would have SQLite plan the
-- statement again each time they are bound.
SELECT number, version, stage, last_at,
       (SELECT content
        FROM text
        WHERE text.region_id = ticket.region_id AND text.seq = ticket.matter_seq
          AND text.field = {text_field.matter}) AS matter,
       channel_id, category_id, kind, urgency, area_id, confidential, external, accepted_at,
       lead_unit_id,
       CASE WHEN transferred = 1 THEN
           (SELECT group_concat(unit_id)
            FROM (SELECT unit_id
                  FROM assignment
                  WHERE assignment.region_id = ticket.region_id
                    AND assignment.ticket_id = ticket.ticket_id
                    AND assignment.part = {part.assisting} AND assignment.ended_at IS NULL
                  ORDER BY assignment.leg)) END AS assisting,
       CASE WHEN lead_unit_id IS NOT NULL THEN
           (SELECT assignment.transferred_at
            FROM assignment
            WHERE assignment.region_id = ticket.region_id
              AND assignment.ticket_id = ticket.ticket_id
              AND assignment.part = {part.lead} AND assignment.ended_at IS NULL
            ORDER BY assignment.leg DESC
            LIMIT 1) END AS lead_since,
       sign_off_by, signed_off_at, first_handle_by, handle_by, total_by, rework_by, running_by,
       handled_at, handled_late,
       CASE WHEN called_back = 1 THEN
           (SELECT COUNT(*)
            FROM callback
            WHERE callback.region_id = ticket.region_id
              AND callback.ticket_id = ticket.ticket_id) ELSE 0 END AS callbacks,
       satisfaction,
       CASE WHEN closed = 1 THEN closed_at END AS closed_at,
       CASE WHEN closed = 1 THEN close_outcome END AS close_outcome,
       suspended_at, featured, merged_into, repeat_of,
       transferred = 1 AND EXISTS
           (SELECT 1
            FROM event INDEXED BY event_of_subject
            WHERE event.region_id = ticket.region_id AND event.subject = ticket.ticket_id
              AND event.kind IN ({event.return_requested}, {event.extension_requested})) AS asked
FROM ticket
WHERE ticket.region_id = ?1 AND ticket.ticket_id = ?2
