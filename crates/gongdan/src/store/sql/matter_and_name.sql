-- What is a ticket about, and what is its caller called?
SELECT (SELECT content FROM text WHERE region_id = ?1 AND seq = ?2 AND field = {text_field.matter}),
       (SELECT content FROM text WHERE region_id = ?1 AND seq = ?3 AND field = {text_field.caller_name})
