-- Schema 1 to 2: who looked at whose data is told without reading the whole journal.
CREATE INDEX event_revealed ON event (region_id, at) WHERE kind = 38;
