SELECT event.subject
FROM text
CROSS JOIN event ON event.region_id = text.region_id AND event.seq = text.seq
WHERE text.field IN ({text_field.matter}, {text_field.appeal}, {text_field.answer},
                     {text_field.remark}, {text_field.result})
  AND text.content LIKE ? ESCAPE '\'
