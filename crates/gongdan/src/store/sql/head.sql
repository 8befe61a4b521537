-- Which region does the file belong to, and where does its journal end?
SELECT region_id, last_seq, last_hash, last_at, office_seq, secret, fact_at, tickets,
       requests
FROM region
