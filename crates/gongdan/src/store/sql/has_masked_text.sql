without_person(text.content,
        (SELECT named.content
         FROM event AS spoken
         CROSS JOIN text AS named ON named.region_id = spoken.region_id AND named.seq = spoken.seq
         WHERE spoken.region_id = event.region_id AND spoken.subject = event.subject
           AND named.field = {text_field.caller_name}
         ORDER BY named.seq DESC
         LIMIT 1)) LIKE ? ESCAPE '\'
