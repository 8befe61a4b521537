-- What is known of a ticket's caller? Fields: name, telephone, address; empty once erased.
SELECT text.field, text.content
FROM event INDEXED BY event_of_subject
CROSS JOIN text ON text.region_id = event.region_id AND text.seq = event.seq
WHERE event.region_id = ?1 AND event.subject = ?2 AND text.field IN ({text_field.caller_name}, {text_field.caller_phone}, {text_field.caller_address})
ORDER BY text.seq, text.field
